//! What a terminal shows is what was drawn, with few bytes.

use ratatui::Terminal;
use ratatui::layout::Rect;
use ratatui::style::{Style, Stylize};
use ratatui::text::{Line, Span};
use ratatui::{TerminalOptions, Viewport};

use super::*;

/// What a terminal shows after pictures were drawn one after the other.
fn drawn(pictures: &[Vec<Line<'static>>]) -> (String, usize) {
    let area = Rect::new(0, 0, 20, 3);
    let mut bytes = Vec::new();
    let mut thrift = Thrift::new(&mut bytes);
    thrift.shown = Buffer::empty(area);
    let options = TerminalOptions { viewport: Viewport::Fixed(area) };
    let mut terminal = Terminal::with_options(thrift, options).expect("a terminal");
    for picture in pictures {
        let draw = |frame: &mut ratatui::Frame| {
            for (line, y) in picture.iter().zip(0..) {
                frame.render_widget(line.clone(), Rect { y, height: 1, ..area });
            }
            text::settle(frame.buffer_mut());
        };
        terminal.draw(draw).expect("a picture");
    }
    drop(terminal);
    let mut parser = vt100::Parser::new(3.try_into().expect("3"), 20.try_into().expect("20"), 0);
    parser.process(&bytes);
    let screen = parser.screen();
    let cells = (0..3).flat_map(|y| (0..20).map(move |x| (y, x))).filter_map(|(y, x)| screen.cell(y, x));
    let shown = cells.map(|cell| {
        // A blank that was written and a cell that never was look the same.
        match cell.contents() {
            "" | " " => format!(" {} ", cell.inverse()),
            text => format!("{text}{:?}{}{}{} ", cell.fgcolor(), cell.bold(), cell.dim(), cell.inverse()),
        }
    });
    (shown.collect(), bytes.len())
}

#[test]
fn what_is_shown_is_what_was_drawn_last_whatever_was_there_before() {
    let old =
        vec![Line::raw("abcdefghij 12345"), Line::from("日本語 and more".bold()), Line::raw("same same")];
    let new = vec![
        Line::raw("abXdefgYij 123"),
        Line::from(vec!["日".cyan(), "xx語 and".into(), " 👩\u{200d}👧 m".reversed()]),
        Line::styled("same same", Style::new().dim()),
    ];
    let (over_old, _) = drawn(&[old, new.clone()]);
    assert_eq!(over_old, drawn(&[new]).0);
}

#[test]
fn a_short_gap_is_written_again_instead_of_jumped_over() {
    let (_, first) = drawn(&[vec![Line::raw("a-b-c-d-e-f")]]);
    let (_, both) = drawn(&[vec![Line::raw("a-b-c-d-e-f")], vec![Line::raw("A-B-C-D-E-F")]]);
    assert!(both - first < 40, "{} bytes", both - first);
}

#[test]
fn many_blanks_are_erased_in_one_go() {
    let (_, first) = drawn(&[vec![Line::raw("abcd fghi klm opq s|")]]);
    let (screen, both) =
        drawn(&[vec![Line::raw("abcd fghi klm opq s|")], vec![Line::raw("ab                 c|")]]);
    assert_eq!(screen, drawn(&[vec![Line::raw("ab                 c|")]]).0);
    assert!(both - first < 20, "{} bytes", both - first);
}

#[test]
fn what_joined_characters_may_have_spilled_into_is_written_again() {
    for joined in ["\u{928}\u{94d}\u{92f}\u{93e}", "👩\u{200d}👩\u{200d}👧", "e\u{301}"] {
        let mut bytes = Vec::new();
        let mut thrift = Thrift::new(&mut bytes);
        thrift.shown = Buffer::empty(Rect::new(0, 0, 20, 3));
        let mut cell = Cell::EMPTY;
        cell.set_symbol(joined);
        thrift.draw([(4, 1, &cell)].into_iter()).expect("drawn");
        let written = String::from_utf8(bytes).expect("text");
        // A terminal that draws them one by one has used more columns than it should.
        let behind = format!("{joined}\u{1b}[2;{}H ", 5 + text::width(joined));
        assert!(written.contains(&behind), "{written:?}");
        let blanks = written.len() - written.trim_end_matches(' ').len();
        assert!(blanks + text::width(joined) >= joined.chars().count(), "{written:?}");
    }
}

#[test]
fn the_library_may_drop_it_where_the_terminal_is_gone() {
    struct Gone;
    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
    }
    assert!(Thrift::new(Gone).show_cursor().is_ok(), "it panics over an error");
}

proptest::proptest! {
    #[test]
    fn any_picture_over_any_other_is_the_picture(
        pictures in proptest::collection::vec(
            proptest::collection::vec(
                proptest::collection::vec(("[ab 日語é]{0,9}|[ab] {8,16}[ab]?", 0..4_usize), 0..4),
                3,
            ),
            1..5,
        )
    ) {
        let looks = [Style::new(), Style::new().dim().cyan(), Style::new().reversed(), Style::new().bold()];
        let line = |spans: &Vec<(String, usize)>| {
            spans.iter().map(|(text, look)| Span::styled(text.clone(), looks[*look])).collect::<Line>()
        };
        let all: Vec<Vec<_>> = pictures.iter().map(|picture| picture.iter().map(line).collect()).collect();
        let last = vec![all[all.len() - 1].clone()];
        proptest::prop_assert_eq!(drawn(&all).0, drawn(&last).0);
    }
}
