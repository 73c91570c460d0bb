//! The documented shapes: an export loses nothing, and what is documented is what is printed.

use serde_json::{Value, json};

use crate::home::Home;

const HEADER: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

/// A book with something in every corner: words of a sign, a reminder, a former address, a touch, a note, two imports,
/// a connection that is gone, a question left open, and details that the user keeps beside those of the export.
pub fn rich() -> Home {
    let home = Home::new();
    let import = |day: &str, rows: &str| {
        let name = format!("Basic_LinkedInDataExport_{day}/Connections.csv");
        let table = home.write(&name, format!("{HEADER}{rows}"));
        home.ok(&["import".as_ref(), table.parent().unwrap().as_os_str()]);
    };
    let ana = "Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,,Ceiba,CTO,20 Nov 2025\n";
    import("10-20-2026", &format!("{ana}Bo,Lind,https://www.linkedin.com/in/bo-lind,,Faro,PM,1 May 2024\n"));
    home.ok(&["edit", "ana", "--role", "Chief", "--purpose", "storage"]);
    let bo = "Bo,Lind,https://www.linkedin.com/in/bo-lind-2,,Faro,PM,1 May 2024\n";
    import("11-20-2026", &format!("{}{bo}", ana.replace("CTO", "Founder")));
    home.ok(&["add", "Mei Lin", "--url", "https://www.linkedin.com/in/mei-old", "--tag", "rust"]);
    home.ok(&["edit", "mei", "--url", "https://www.linkedin.com/in/mei-lin"]);
    home.ok(&["snooze", "mei", "9m"]);
    home.ok(&["sent", "mei", "--on", "9d", "--message", "Hi Mei", "--source", "meetup"]);
    home.ok(&["sign", "mei", "viewed_profile", "twice in a week"]);
    home.ok(&["touch", "mei", "comment", "her talk"]);
    home.ok(&["note", "mei", "likes *storage*"]);
    home
}

#[test]
fn an_export_keeps_everything_that_was_written_down() {
    let book = &rich().json(&["export"])[0];
    let [ana, bo, _, mei] = [0, 1, 2, 3].map(|at| &book["contacts"][at]);
    assert_eq!((&ana["role"], &ana["listed"]["role"]), (&json!("Chief"), &json!("Founder")));
    assert_eq!((&ana["origin"], &mei["origin"]), (&json!("export"), &json!("hand")));
    assert_eq!((&bo["gone_on"], &mei["gone_on"]), (&json!("2026-11-20"), &Value::Null));
    assert_eq!(mei["former_slugs"], json!(["mei-old"]));
    assert_eq!(mei["ask_again_on"], "2027-08-22");
    let request = &book["requests"][0];
    assert_eq!((&request["recorded_on"], &request["origin"]), (&json!("2026-11-22"), &json!("hand")));
    assert_eq!((&request["against"], &request["by_name"]), (&Value::Null, &json!(false)));
    assert_eq!(
        book["signs"][0],
        json!({"request": "r1", "sign": "viewed_profile", "on": "2026-11-22", "text": "twice in a week", "id": "s1"})
    );
    assert_eq!(
        (&book["touches"][0]["direction"], &book["touches"][0]["text"]),
        (&json!("sent"), &json!("her talk"))
    );
    let question = &book["decisions"][0];
    assert_eq!((&question["kind"], &question["settled"]), (&json!("new_address"), &json!(false)));
    assert_eq!((&question["contact"], &question["other"]), (&json!("c3"), &json!("c2")));
    assert_eq!(book["rules"]["account"], "free");
}

#[test]
fn show_has_the_questions_about_a_contact_too() {
    let home = rich();
    for who in ["c2", "c3"] {
        assert_eq!(home.json(&["show", who])[0]["decisions"][0]["kind"], "new_address", "{who}");
    }
    assert_eq!(home.json(&["show", "ana"])[0]["decisions"], json!([]));
    assert_eq!(home.json(&["show", "you"])[0]["value"], "free");
}
