//! Who signed: which of the last lines of a letter are the office of a signatory and which a name, and where
//! the closing of the letter starts with them.

use super::{Label, Letter, Pair, Paragraph, Role, Section, SectionKind, Signatory};

/// The longest line of a signature, in characters.
const LINE: usize = 110;

/// What may stand before the name of who signed a copy.
const SIGNED: &str = "w.g.";

/// What a site writes over or before those who signed, in the list that it makes of them.
const LISTED: [&str; 5] = [
    "Eerste ondertekenaar",
    "Medeondertekenaar",
    "Mede-ondertekenaar",
    "Ondertekenaars",
    "Ondertekenaar",
];

/// Whether a line is of the list that a site makes of those who signed: it says so, alone or with a name behind it.
pub(super) fn is_listed(line: &str) -> bool {
    LISTED.contains(&line.trim_end_matches(':'))
        || before(line).is_some_and(|_| unlisted(line) != line)
}

/// A line without what a site writes before the name of who signed.
fn unlisted(line: &str) -> &str {
    let behind = LISTED.iter().find_map(|word| line.strip_prefix(word));
    behind.map_or(line, |rest| rest.trim_start_matches([':', ' ']))
}

/// Makes a closing section of the signatures: of those at the end, the longest tail of short paragraphs that starts with
/// an office or a name above one, with the paragraphs from `furniture` on, which the source adds. Where none sign there,
/// those at the end of a section before the last do, which answers or an annex may follow on.
pub(crate) fn close(
    text: &str,
    paragraphs: &mut [Paragraph],
    sections: &mut Vec<Section>,
    furniture: usize,
) {
    let words = |paragraph: &Paragraph| &text[paragraph.start..paragraph.end];
    let running: Vec<&str> = paragraphs[..furniture].iter().map(words).collect();
    let Some(last) = sections.last().map(|last| last.paragraphs.clone()) else {
        return;
    };
    let added = (furniture < paragraphs.len() && furniture > last.start).then_some(furniture);
    let found = signature(&running).filter(|(first, _)| *first > last.start);
    if found.is_none()
        && let Some((first, roles)) = before_the_last(&running, paragraphs, sections)
    {
        sign(&mut paragraphs[first..], roles);
    }
    let (first, roles) = match (found, added) {
        (Some(found), _) => found,
        (None, Some(added)) => (added, Vec::new()),
        (None, None) => return,
    };
    let most = sections.iter().map(|section| section.number.last()).max();
    if let Some(last) = sections.last_mut() {
        last.paragraphs.end = first;
    }
    sections.push(Section {
        number: Label::whole(most.unwrap_or(0) + 1),
        kind: SectionKind::Closing,
        pair: Pair::Recommendation,
        level: 1,
        paragraphs: first..last.end,
        heading: 0..0,
    });
    sign(&mut paragraphs[first..], roles);
}

fn sign(paragraphs: &mut [Paragraph], roles: Vec<Role>) {
    for (paragraph, role) in paragraphs.iter_mut().zip(roles) {
        paragraph.role = role;
    }
}

/// How that begins which a letter under its signature goes on to: the paper whose questions it answers, an annex.
const GOES_ON: [&str; 7] = [
    "Vragen van ",
    "Vraag van ",
    "Antwoorden ",
    "Antwoord op ",
    "Beantwoording ",
    "Bijlage",
    "BIJLAGE",
];

/// The paragraphs down to where a letter goes on to another paper.
fn above<'own, 'text>(own: &'own [&'text str]) -> &'own [&'text str] {
    let goes_on = |words: &&str| GOES_ON.iter().any(|start| words.contains(start));
    let from = own.len().saturating_sub(UNDER);
    let other = own[from..].iter().position(goes_on);
    other.map_or(own, |at| &own[..from + at])
}

/// The first of the paragraphs at the end that sign, and what each is from there on.
fn signature(running: &[&str]) -> Option<(usize, Vec<Role>)> {
    let long = running
        .iter()
        .rposition(|words| words.chars().nth(LINE).is_some());
    let tail = long.map_or(0, |long| long + 1);
    let mut roles = roles(&running[tail..]);
    let signs = |role: &Role| matches!(role, Role::Office | Role::Name);
    let mut first = tail + roles.iter().position(signs)?;
    while first > tail && is_listed(running[first - 1]) {
        first -= 1;
    }
    Some((first, roles.split_off(first - tail)))
}

/// The most paragraphs that stand under a signature and belong to it still: a place, an annex that is named.
const UNDER: usize = 3;

/// The first paragraph of the signature at the end of a section before the last, where somebody signs there, and what
/// each is from there to its end. An office alone signs nothing there.
fn before_the_last(
    running: &[&str],
    paragraphs: &[Paragraph],
    sections: &[Section],
) -> Option<(usize, Vec<Role>)> {
    let (_, others) = sections.split_last()?;
    others.iter().rev().find_map(|section| {
        // Lines of the head and what is answered are signed by nobody.
        let all = paragraphs.get(section.paragraphs.clone())?;
        let answer = all.iter().rposition(|own| own.role != Role::Response);
        let start = section.paragraphs.start + answer.map_or(0, |last| last + 1);
        let own = running.get(start..section.paragraphs.end)?;
        let own = above(own);
        let (first, mut roles) = signature(own)?;
        let named = roles.contains(&Role::Name)
            || own[first..]
                .iter()
                .any(|line| is_office(line) && behind(line).is_some());
        let last = roles.iter().rposition(|role| *role != Role::Furniture)?;
        let ends = roles.len() - last <= UNDER;
        roles.truncate(last + 1);
        (first > 0 && named && ends).then_some((start + first, roles))
    })
}

/// What each of the last lines of a letter is. An office may run over several lines, and a name stands below
/// it, above it, or behind it on the same line.
fn roles(lines: &[&str]) -> Vec<Role> {
    let mut roles = vec![Role::Furniture; lines.len()];
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        let next = lines.get(at + 1).copied().unwrap_or_default();
        let above = at > 0 && roles[at - 1] == Role::Name;
        // Behind other signatures it is the list that a site makes of those who signed.
        let is_listed = roles[..at].contains(&Role::Name);
        if before(line).is_some() && !is_listed {
            roles[at] = Role::Office;
            at += 1;
            continue;
        }
        if !is_office(line) || !(line.contains(',') || is_name(next) || above) {
            if is_name(line) && is_office(next) && parted(next).is_none() && !next.ends_with(',') {
                roles[at] = Role::Name;
            }
            at += 1;
            continue;
        }
        let alone = above && !line.ends_with(',');
        roles[at] = Role::Office;
        at += 1;
        if alone || parted(line).is_some() {
            continue;
        }
        while at < lines.len() && lines[at].ends_with(',') && !is_office(lines[at]) {
            roles[at] = Role::Office;
            at += 1;
        }
        let comma = lines[at - 1].ends_with(',');
        if at < lines.len() && !is_office(lines[at]) && (comma || is_name(lines[at])) {
            roles[at] = Role::Name;
            at += 1;
        }
    }
    roles
}

/// Whether a line starts with an office that signs: `De Minister van X,`, also with the name behind it.
pub(crate) fn is_office(line: &str) -> bool {
    let words = line.to_lowercase();
    let words = words.strip_prefix("de ").unwrap_or(&words);
    let signs = |office: &&str| {
        words
            .strip_prefix(*office)
            .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    };
    ["minister", "staatssecretaris", "minister-president"]
        .iter()
        .any(signs)
        && !line.ends_with(['.', ':', '?', ';'])
}

/// Whether a line can be the name of a person: a few words, most with a capital, and no digit. What has *en* in it is
/// the end of the name of a ministry.
pub(super) fn is_name(line: &str) -> bool {
    const SMALL: [&str; 15] = [
        "van", "de", "der", "den", "ter", "ten", "in", "’t", "'t", "het", "drs.", "dr.", "mr.",
        "ir.", SIGNED,
    ];
    if line.len() > 2 * LINE {
        return false;
    }
    let words: Vec<&str> = line.split(' ').collect();
    let own = |word: &&&str| !SMALL.contains(&word.to_lowercase().as_str());
    let mut names = words.iter().filter(own).peekable();
    let capital = |word: &&str| word.starts_with(|c: char| c.is_uppercase());
    (2..=8).contains(&words.len())
        && names.peek().is_some()
        && names.all(capital)
        && !words.iter().any(|word| word.eq_ignore_ascii_case("en"))
        && line
            .chars()
            .all(|c| c.is_alphabetic() || " .-’'‘()".contains(c))
        && !is_office(line)
}

/// Office and name on one line: `De Minister van X, A. Naam`.
fn behind(line: &str) -> Option<(&str, &str)> {
    line.rsplit_once(", ").filter(|(_, name)| is_name(name))
}

/// The same the other way round, as office and name: `A. Naam, minister van X`.
fn before(line: &str) -> Option<(&str, &str)> {
    let (name, office) = unlisted(line).split_once(", ")?;
    (is_name(name) && is_office(office)).then_some((office, name))
}

fn parted(line: &str) -> Option<(&str, &str)> {
    behind(line).or_else(|| before(line))
}

/// The signatures that stand on one line: `De Minister van X, A. Naam De Minister van Y, B. Naam`.
fn each(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = line;
    let ends = |at: &usize| is_office(&rest[at + 1..]) && parted(&rest[..*at]).is_some();
    let first = rest.match_indices(' ').map(|(at, _)| at).find(ends);
    if let Some(at) = first {
        found.push(&rest[..at]);
        rest = &rest[at + 1..];
        found.extend(each(rest));
    } else {
        found.push(rest);
    }
    found
}

/// Those who signed, in the order of the letter.
pub(super) fn signatories(letter: &Letter) -> Vec<Signatory> {
    let role = |index: usize| letter.paragraphs().get(index).map(|own| own.role);
    let mut signatories = Vec::new();
    let mut at = 0;
    while at < letter.paragraphs().len() {
        let name_first = role(at) == Some(Role::Name) && role(at + 1) == Some(Role::Office);
        let first = at + usize::from(name_first);
        at += 1;
        if role(first) != Some(Role::Office) {
            continue;
        }
        let mut end = first + 1;
        while role(end) == Some(Role::Office) && !is_office(letter.paragraph(end)) {
            end += 1;
        }
        at = end;
        let office: Vec<&str> = (first..end).map(|line| letter.paragraph(line)).collect();
        let office = office.join(" ");
        let below = (role(end) == Some(Role::Name)).then(|| letter.paragraph(end));
        if name_first {
            signatories.push(signatory(&office, letter.paragraph(first - 1)));
        } else if let Some(name) = below {
            at += 1;
            signatories.push(signatory(office.strip_suffix(',').unwrap_or(&office), name));
        } else {
            let parted = each(&office).into_iter().filter_map(parted);
            signatories.extend(parted.map(|(office, name)| signatory(office, name)));
        }
    }
    signatories
}

fn signatory(office: &str, name: &str) -> Signatory {
    let own = name.strip_prefix(SIGNED).unwrap_or(name).trim_start();
    Signatory {
        name: own.to_owned(),
        office: office.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::letter::read;

    /// Office and name of each who signed a letter that ends so.
    fn signed(end: &str) -> Vec<String> {
        let letter = read(format!(
            "Een zin die als alinea voor de ondertekening staat, en daarvoor ruim voldoende tekens telt om er niet bij te horen.\n\n{end}"
        ))
        .unwrap();
        letter
            .signatories()
            .into_iter()
            .map(|signatory| format!("{} | {}", signatory.office, signatory.name))
            .collect()
    }

    #[test]
    fn signatures_are_written_in_many_ways() {
        for (end, expected) in [
            (
                "De Minister van X,\n\nA. Naam",
                &["De Minister van X | A. Naam"][..],
            ),
            (
                "De Minister van X, A. Naam",
                &["De Minister van X | A. Naam"],
            ),
            (
                "Hoogachtend,\n\nde minister van Volksgezondheid,\n\nWelzijn en Sport,\n\nJan Anthonie Bruijn",
                &["de minister van Volksgezondheid, Welzijn en Sport | Jan Anthonie Bruijn"],
            ),
            (
                "DE STAATSSECRETARIS VAN FINANCIËN,\n\ndrs. V. Naam",
                &["DE STAATSSECRETARIS VAN FINANCIËN | drs. V. Naam"],
            ),
            (
                "M.A.M. Adriaansens\n\nMinister van Economische Zaken en Klimaat",
                &["Minister van Economische Zaken en Klimaat | M.A.M. Adriaansens"],
            ),
            (
                "De minister van Volksgezondheid, Welzijn en Sport,\n\nErnst Naam\n\nDe staatssecretaris van Volksgezondheid, Welzijn en Sport,\n\nMaarten van Naam",
                &[
                    "De minister van Volksgezondheid, Welzijn en Sport | Ernst Naam",
                    "De staatssecretaris van Volksgezondheid, Welzijn en Sport | Maarten van Naam",
                ],
            ),
            (
                "De minister van X\n\nJ. de Vries",
                &["De minister van X | J. de Vries"],
            ),
            (
                "De Minister van X, A. Naam\n\nDe Minister van Y, B. van der Ander",
                &[
                    "De Minister van X | A. Naam",
                    "De Minister van Y | B. van der Ander",
                ],
            ),
            (
                "De Minister-President,\nMinister van Algemene Zaken,\n\nA. Naam",
                &["De Minister-President, Minister van Algemene Zaken | A. Naam"],
            ),
            (
                "Femke Marije Wiersma\n\nMinister van Landbouw, Visserij, Voedselzekerheid en Natuur",
                &[
                    "Minister van Landbouw, Visserij, Voedselzekerheid en Natuur | Femke Marije Wiersma",
                ],
            ),
            (
                "F.M. Wiersma\nMinister van Landbouw, Visserij, Voedselzekerheid en Natuur",
                &["Minister van Landbouw, Visserij, Voedselzekerheid en Natuur | F.M. Wiersma"],
            ),
            (
                "Y.J. van Hijum\nMinister van Sociale Zaken en Werkgelegenheid\n\nJ.N.J. Nobel\nStaatssecretaris Participatie en Integratie",
                &[
                    "Minister van Sociale Zaken en Werkgelegenheid | Y.J. van Hijum",
                    "Staatssecretaris Participatie en Integratie | J.N.J. Nobel",
                ],
            ),
            (
                "Met vriendelijke groet,\n\nSophie Hermans, minister van Klimaat en Groene Groei",
                &["minister van Klimaat en Groene Groei | Sophie Hermans"],
            ),
            (
                "w.g. Dirk Beljaarts\nMinister van Economische Zaken",
                &["Minister van Economische Zaken | Dirk Beljaarts"],
            ),
            (
                "De Minister van Financiën, E. Heinen De Staatssecretaris van Financiën, Belastingdienst, T. van Oostenbruggen",
                &[
                    "De Minister van Financiën | E. Heinen",
                    "De Staatssecretaris van Financiën, Belastingdienst | T. van Oostenbruggen",
                ],
            ),
            (
                "Caroline van der Plas\n\nMinister van Volksgezondheid, Welzijn en Sport",
                &["Minister van Volksgezondheid, Welzijn en Sport | Caroline van der Plas"],
            ),
            // In the list that a site makes, also on one line.
            (
                "Ondertekenaars\n\nEerste ondertekenaar C.A. Jansen, staatssecretaris van Justitie en Veiligheid",
                &["staatssecretaris van Justitie en Veiligheid | C.A. Jansen"],
            ),
            ("De minister van Volksgezondheid, Welzijn en Sport", &[]),
            ("De minister komt hierop terug.\n\nDaarna volgt meer.", &[]),
            ("Ministerie van X,\n\nA. Naam", &[]),
        ] {
            assert_eq!(signed(end), expected, "{end}");
        }
    }

    #[test]
    fn a_letter_may_be_signed_before_its_answers_or_an_annex() {
        const OPENING: &str = "Geachte voorzitter,\n\nHierbij stuur ik u de antwoorden op de vragen van het lid Podt.\n\nHoogachtend,\n\n";
        const ANSWERS: &str = "Vraag 1\n\nBent u bekend met het bericht?\n\nAntwoord\n\nJa.\n\nVraag 2\n\nEn dan?\n\nAntwoord\n\nDat weet ik niet.\n";
        for (signed, expected) in [
            ("De minister van X,\n\nA. Naam\n\n", 1),
            ("De Minister van X, A. Naam\n\n", 1),
            (
                "De minister van X,\n\nA. Naam\n\nDe staatssecretaris van Y,\n\nB. de Ander\n\nBijlage: antwoorden\n\n",
                2,
            ),
            (
                "De Minister van X,\nA. Naam\n\n2024Z10234\nVragen van de leden Een (A) en Twee (B) aan de Minister van X over het bericht ‘Brieven worden steeds langer en zijn vaker onleesbaar’.\n\n",
                1,
            ),
            ("De minister van X zal dat doen.\n\n", 0),
            ("De minister van X\n\n", 0),
        ] {
            let letter = read([OPENING, signed, ANSWERS].concat()).unwrap();
            assert_eq!(letter.signatories().len(), expected, "{signed}");
            assert_eq!(letter.recommendations(), 2, "{signed}");
        }
    }
}
