//! Which shape a plain text has: how its lines tell where a paragraph ends. The evidence is counted in the
//! first part of the running text and weighed; no sign alone decides.

use super::wrap::{self, SHORT};
use crate::letter::{Form, Sureness};

/// So many lines of running text are looked at.
const SAMPLE: usize = 1000;

/// A line of so many characters was broken by nobody.
const UNBROKEN: usize = 200;

/// How the lines of a text tell where a paragraph ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// As the page of www.tweedekamer.nl breaks them.
    Page,
    /// The same page, with the white space of its source: lines that go on are indented by more than this.
    Indented(usize),
    /// Blank lines stand between paragraphs.
    Blank,
    /// Each line is a paragraph.
    Lines,
    /// Lines of a fixed width, so many characters; the last of a paragraph is shorter.
    Fixed(usize),
}

impl Shape {
    pub(super) const fn form(self) -> Form {
        match self {
            Self::Page | Self::Indented(_) => Form::TweedeKamerText,
            Self::Blank => Form::BlankLineText,
            Self::Lines => Form::LineText,
            Self::Fixed(_) => Form::FixedWidthText,
        }
    }
}

/// What was counted in a text.
#[derive(Clone, Copy, Debug, Default)]
struct Evidence {
    lines: usize,
    /// Blank lines that stand between others.
    blank: usize,
    /// By how much most lines are indented that start a paragraph.
    base: usize,
    /// Lines that start with much more white space, and those of them that go on with what stands above.
    indented: usize,
    indented_on: usize,
    /// Lines of more than [`SHORT`] characters, and those a page can have broken there.
    long: usize,
    explained: usize,
    unbroken: usize,
    /// Lines of at most [`SHORT`] characters, and those the next line goes on with.
    short: usize,
    going_on: usize,
    /// How many characters the lines have, but for the few that are wider than the text: of tables, and addresses of
    /// sites.
    width: usize,
}

impl Evidence {
    fn of<'text>(lines: impl Iterator<Item = &'text str>) -> Self {
        let mut found = Self::default();
        let mut before: Option<&str> = None;
        let mut blank = 0;
        let mut lengths = Vec::new();
        let mut above = "";
        let lines: Vec<&str> = lines.take(SAMPLE).collect();
        found.base = base(&lines);
        let deep = found.base + if found.base == 0 { DEEP } else { 3 };
        for raw in lines {
            let line = raw.trim();
            if line.is_empty() {
                blank += 1;
                before = None;
                continue;
            }
            found.blank += if found.lines > 0 { blank } else { 0 };
            blank = 0;
            found.lines += 1;
            let indented = indent(raw) >= deep;
            found.indented += usize::from(indented);
            found.indented_on += usize::from(indented && !above.ends_with(['.', ':', ';', '?']));
            above = line;
            let length = line.chars().count();
            if length > SHORT {
                found.long += 1;
                found.explained += usize::from(wrap::explained(line, 0));
                found.unbroken += usize::from(length > UNBROKEN);
            }
            lengths.push(length);
            if let Some(before) = before.filter(|before| wrap::short(before)) {
                found.short += 1;
                found.going_on += usize::from(goes_on(before, line));
            }
            before = Some(line);
        }
        lengths.sort_unstable();
        let widest = lengths.len().saturating_sub(1 + lengths.len() / 40);
        found.width = lengths.get(widest).copied().unwrap_or(0);
        found
    }

    /// Whether lines end where the page of www.tweedekamer.nl ends them.
    const fn of_the_page(self) -> bool {
        self.going_on * 33 <= self.short && self.explained * 10 >= self.long * 6
    }

    fn shape(self) -> (Shape, Sureness) {
        let some = self.indented * 10 > self.lines && self.indented * 10 < self.lines * 9;
        if some && self.indented_on * 2 > self.indented && self.long > 0 {
            return (Shape::Indented(self.base), Sureness::Likely);
        }
        if self.unbroken * 10 > self.lines && self.blank * 4 < self.lines {
            return (Shape::Lines, Sureness::Sure);
        }
        if self.blank > 0 {
            // Blank lines win, unless so many lines are broken as the page breaks them that it is no chance.
            let few = self.blank * 4 <= self.short;
            return match (self.of_the_page() && self.long > 2, few) {
                (true, true) => (Shape::Page, Sureness::Likely),
                (true, false) => (Shape::Blank, Sureness::Likely),
                (false, _) => (Shape::Blank, Sureness::Sure),
            };
        }
        if self.of_the_page() || self.going_on < 3 {
            let sure = self.going_on == 0 && self.long > 2;
            return (
                Shape::Page,
                if sure {
                    Sureness::Sure
                } else {
                    Sureness::Guess
                },
            );
        }
        (Shape::Fixed(self.width.min(UNBROKEN)), Sureness::Guess)
    }
}

/// With how much white space a line starts that goes on where others start with none, in characters.
const DEEP: usize = 8;

/// With how much white space a line starts, in bytes.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The least white space that a tenth of these lines start with.
fn base(lines: &[&str]) -> usize {
    let written = lines.iter().filter(|line| !line.trim().is_empty());
    let mut indents: Vec<usize> = written.map(|line| indent(line)).collect();
    indents.sort_unstable();
    let often = |own: &&[usize]| own.len() * 10 >= indents.len();
    let base = indents.chunk_by(|one, next| one == next).find(often);
    base.map_or(0, |own| own[0])
}

/// Whether the next line goes on with the sentence of a line: it starts with a small letter, and neither is
/// part of a list.
fn goes_on(line: &str, next: &str) -> bool {
    next.starts_with(char::is_lowercase)
        && wrap::label(next).is_none()
        && !line.ends_with([';', ':', '.'])
}

/// The shape of the lines of running text, and how sure that is.
pub(super) fn of<'text>(lines: impl Iterator<Item = &'text str>) -> (Shape, Sureness) {
    Evidence::of(lines).shape()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str =
        "Het kabinet dankt de raad voor het rapport dat in het voorjaar gepubliceerd werd en
dat ingaat op de ruimte die mensen en hun organisaties in Nederland en daarbuiten hebben
om zich te verenigen en te uiten.
Het kabinet deelt de zorgen over die ruimte en het feit dat er sprake is van een wereldwijde
negatieve spiraal, waarin rechten die juist die ruimte moeten beschermen steeds vaker geschonden
worden.";

    fn shape(text: &str) -> (Shape, Sureness) {
        of(text.split('\n'))
    }

    #[test]
    fn evidence_is_weighed() {
        assert_eq!(shape(PAGE), (Shape::Page, Sureness::Sure));
        assert_eq!(shape("Kort.\nOok kort."), (Shape::Page, Sureness::Guess));
        // One blank line among many lines of the page is no other shape; blank lines all along are.
        let stray = format!("{PAGE}\n{PAGE}\n\n{PAGE}");
        assert_eq!(shape(&stray), (Shape::Page, Sureness::Likely));
        let blank =
            "Het kabinet dankt de raad\nvoor het rapport.\n\nHet deelt de zorgen\nover de ruimte.";
        assert_eq!(shape(blank), (Shape::Blank, Sureness::Sure));
        let wide = PAGE.replace(".\n", ".\n\n");
        assert_eq!(shape(&wide), (Shape::Blank, Sureness::Likely));
        let unbroken = "Een alinea zonder einde. ".repeat(20);
        let lines = format!("{unbroken}\nEen kop\n{unbroken}");
        assert_eq!(shape(&lines).0, Shape::Lines);
        let indented = PAGE
            .replace("\nd", "\n             d")
            .replace("\nn", "\n             n");
        assert_eq!(shape(&indented).0, Shape::Indented(0));
        let whole = indented.replace('\n', "\n      ");
        assert_eq!(shape(&["      ", &whole].concat()).0, Shape::Indented(6));
        let narrow = "Hierbij bied ik u, mede namens de minister, de nota\n\
                      aan naar aanleiding van het verslag over het\nvoorstel van wet dat u is\ntoegezonden.\nHoogachtend,";
        assert_eq!(shape(narrow), (Shape::Fixed(51), Sureness::Guess));
    }
}
