//! Cells that are larger than any real one: the row is left out, and counts as listed all the same.

use serde_json::json;

use crate::home::Home;

const HEADER: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

#[test]
fn a_row_with_a_cell_of_very_many_letters_is_left_out_with_its_line() {
    let home = Home::new();
    let long = "x".repeat(1_001);
    let longest = "é".repeat(1_000);
    let table = |day: &str, company: &str| {
        let rows = format!(
            "{HEADER}Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,,{company},CTO,{day}\n\
             Bo,Lind,https://www.linkedin.com/in/bo-lind,,{longest},PM,{day}\n"
        );
        home.write(
            &format!(
                "Basic_LinkedInDataExport_{}/Connections.csv",
                if day.starts_with("20") { "11-20-2026" } else { "10-20-2026" }
            ),
            rows,
        )
    };
    let first = table("1 Oct 2026", "Ceiba");
    let second = table("20 Nov 2026", &long);
    home.ok(&["import".as_ref(), first.parent().unwrap().as_os_str()]);
    let report = &home.json(&["import".as_ref(), second.parent().unwrap().as_os_str()])[0];
    assert_eq!(
        report["left_out"],
        json!([{"file": "Connections.csv", "line": 2, "reason": "Company: it has more than 1000 characters"}])
    );
    assert_eq!(report["connections_gone"], 0, "a row that is left out is in the list all the same");
    assert_eq!(home.json(&["list"]).len(), 2);
    let ana = &home.json(&["show", "ana"])[0];
    assert_eq!((&ana["company"], &ana["gone_on"]), (&json!("Ceiba"), &json!(null)));
}
