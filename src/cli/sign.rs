//! `sign`: a hint that the user saw on a request. A sign is never a verdict; only `told_no` settles.

use super::context::Context;
use super::problem::Problem;
use super::sent::channel;
use super::{args, desk, shapes, who};
use crate::app::deed::Deed;
use crate::domain::network::Network;
use crate::domain::request::{Channel, Request, Standing};
use crate::domain::sign::SignKind;
use crate::domain::visible;

/// Write down a sign that you saw while a request waits.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("sign"))]
pub struct Args {
    #[arg(help = args::request("The request"))]
    who: String,
    #[arg(value_parser = kind, help = args::words(SignKind::ALL, SignKind::token))]
    sign: SignKind,
    /// Their words
    #[arg(default_value = "", hide_default_value = true, allow_hyphen_values = true)]
    text: String,
    #[arg(long, value_name = "DATE", help = args::ON)]
    on: Option<String>,
    /// On which channel they told it, where that is another than the request's
    #[arg(long, value_parser = channel)]
    channel: Option<Channel>,
}

fn kind(text: &str) -> Result<SignKind, String> {
    match args::normal(text).as_str() {
        "yes" | "told_me_yes" => Ok(SignKind::ToldYes),
        "no" | "told_me_no" => Ok(SignKind::ToldNo),
        _ => args::one_of(text, SignKind::ALL, SignKind::token),
    }
}

/// A sign on what is settled: which command says what came of it.
fn settled(network: &Network, request: &Request, sign: SignKind) -> Problem {
    let name = network.contact(request.contact).map_or_else(String::new, |contact| contact.name());
    let (id, name, now) = (request.id, visible::line(&name), request.standing.word());
    let standing = match sign {
        SignKind::ToldNo => Standing::Declined.token(),
        SignKind::ToldYes => Standing::Accepted.token(),
        SignKind::PublicPostsOnly
        | SignKind::ViewedProfile
        | SignKind::Reacted
        | SignKind::ActiveElsewhere
        | SignKind::InactiveAccount => "STANDING",
    };
    Problem::Refused(format!(
        "a sign is a hint on a request that waits, and the one with {name} is {now}: `inroads settle {id} {standing}` \
         corrects what came of it"
    ))
}

/// Writes a sign down.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let on = context.past(args.on.as_deref())?;
    desk::perform(context, "sign", |network| {
        let request = who::request(network, &args.who)?;
        if !request.pending() {
            return Err(settled(network, request, args.sign));
        }
        Ok(Deed::Sign {
            requests: vec![request.id],
            kind: args.sign,
            on,
            text: args.text.clone(),
            channel: args.channel,
        })
    })
}
