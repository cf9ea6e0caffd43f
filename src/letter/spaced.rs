//! Runs of blanks within lines, as copies of pages have them: one blank is as good. Those who sign beside one another are
//! put under one another, each with the office.

use super::signed::is_office;

/// So many blanks part what stands beside one another.
const APART: &str = "   ";

/// The text with one blank for each run of them within its lines, where it has any. The white space that lines start with
/// stays.
pub(super) fn single_blanks(text: &str) -> Option<String> {
    let runs = |line: &str| line.trim().contains("  ");
    if !text.contains("  ") || !text.split('\n').any(runs) {
        return None;
    }
    let lines: Vec<&str> = text.split('\n').collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < lines.len() {
        if let Some((signed, count)) = beside(&lines[at..]) {
            out += &signed;
            at += count;
        } else {
            put(&mut out, lines[at]);
            at += 1;
        }
        out.push('\n');
    }
    out.pop();
    Some(out)
}

/// Adds a line with one blank for each run of them.
fn put(out: &mut String, line: &str) {
    let words = line.trim_start_matches(' ');
    out.push_str(&line[..line.len() - words.len()]);
    let mut before = ' ';
    out.extend(words.chars().filter(|c| {
        let stays = *c != ' ' || before != ' ';
        before = *c;
        stays
    }));
}

/// What stands beside one another on a line, where anything does.
fn columns(line: &str) -> Vec<&str> {
    let cells = line.trim().split(APART).map(str::trim);
    cells.filter(|cell| !cell.is_empty()).collect()
}

/// Those who sign beside one another at the start of some lines, under one another, and how many lines that takes.
fn beside(lines: &[&str]) -> Option<(String, usize)> {
    let offices = columns(lines[0]);
    if offices.len() < 2 || !offices.iter().all(|office| is_office(office)) {
        return None;
    }
    let mut rows = vec![offices];
    let mut count = 1;
    let mut blank = false;
    for (at, line) in lines.iter().enumerate().skip(1).take(8) {
        if line.trim().is_empty() {
            continue;
        }
        let row = columns(line);
        if row.len() != rows[0].len() {
            break;
        }
        blank |= at > count;
        rows.push(row);
        count = at + 1;
    }
    if rows.len() < 2 {
        return None;
    }
    let part = if blank { "\n\n" } else { "\n" };
    let signed = (0..rows[0].len()).map(|column| {
        let own: Vec<&str> = rows.iter().map(|row| row[column]).collect();
        own.join(part)
    });
    Some((signed.collect::<Vec<_>>().join(part), count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter;

    #[test]
    fn a_run_of_blanks_is_one() {
        for (text, single) in [
            ("Op  14 januari", Some("Op 14 januari")),
            (
                "  Aanbeveling   3:  Doe\n    dit ",
                Some("  Aanbeveling 3: Doe\n    dit "),
            ),
            ("  inspringend\n    verder", None),
            ("Zin. Zin.", None),
        ] {
            assert_eq!(single_blanks(text).as_deref(), single);
        }
    }

    #[test]
    fn who_signs_beside_another_signs_alone() {
        for text in [
            "De Minister van X,          De Staatssecretaris van Y,\n\n\nA. Naam                     B. de Ander\n",
            "De Minister van X,          De Staatssecretaris van Y,\nA. Naam                     B. de Ander\n",
        ] {
            let letter = letter::read(
                [
                    "Geachte voorzitter,\n\nHierbij stuur ik u wat u vroeg.\n\n",
                    text,
                ]
                .concat(),
            )
            .unwrap();
            let signed = letter.signatories().into_iter();
            let signed: Vec<_> = signed
                .map(|own| [own.office, own.name].join(" | "))
                .collect();
            assert_eq!(
                signed,
                [
                    "De Minister van X | A. Naam",
                    "De Staatssecretaris van Y | B. de Ander"
                ]
            );
        }
    }
}
