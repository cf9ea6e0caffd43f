//! Going to an address that is typed.

mod line;

pub use line::Goto;

use super::{
    Reader, Under,
    help::{KeyRow, named_so},
    message::Act,
    on_top::OnTop,
    outcome::Outcome,
    typed::{LONGEST_LINE, edit_line, type_into},
};
use crate::{
    letter::{Address, Part, Span},
    text::fold::fold,
};
use tui_input::Input;

/// What is named by words and not by an address.
enum Named {
    /// An act.
    Do(KeyRow),
    /// An act that looks for this.
    LookFor(Act, String),
}

impl Reader {
    /// All addresses of the letter, in order.
    #[must_use]
    pub fn addresses(&self) -> Vec<Address> {
        let mut addresses = Vec::new();
        for section in self.letter.sections() {
            addresses.push(Address {
                section: section.number,
                part: Part::Whole,
            });
            let own = section
                .paragraphs
                .clone()
                .filter_map(|paragraph| self.letter.address(paragraph));
            addresses.extend(own);
        }
        addresses.dedup();
        addresses
    }

    /// To what an address names, which begins at a paragraph, by index.
    pub(super) fn go_to_address(&mut self, address: Address, paragraph: usize) {
        if address.part == Part::Whole {
            self.go_to_section(self.letter.section_of(paragraph));
            return;
        }
        self.leave();
        self.start_at(paragraph);
        self.focus = Some(Span {
            paragraph,
            start: 0,
            end: 0,
        });
    }
}

impl OnTop for Goto {
    fn act(&mut self, act: Act, under: Under) -> Outcome {
        match act {
            Act::Accept => self.accept(under),
            Act::Close => Outcome::Close,
            Act::Complete => self.complete(under),
            Act::Edit(edit) => {
                edit_line(&mut self.input, edit, LONGEST_LINE);
                self.begin_anew()
            }
            _ => Outcome::Stay,
        }
    }

    fn type_text(&mut self, text: &str, _: Under) -> Outcome {
        type_into(&mut self.input, text, LONGEST_LINE);
        self.begin_anew()
    }
}

impl Goto {
    /// Something else is typed now.
    fn begin_anew(&mut self) -> Outcome {
        (self.refusal, self.completing, self.chosen) = (None, None, 0);
        Outcome::Stay
    }

    /// What is typed, once it is no address, can name an act: with what is to be looked for behind it, or as the
    /// list of all acts finds it.
    fn named(&self, under: Under) -> Option<Named> {
        let typed = self.input.value().trim();
        if typed.parse::<Address>().is_ok() {
            return None;
        }
        let words = &under.words.goto;
        if let Some((verb, rest)) = typed.split_once(char::is_whitespace) {
            let verb = fold(verb);
            for (verbs, act) in [(&words.search, Act::Search), (&words.find, Act::Find)] {
                if verbs.contains(&verb.as_str()) {
                    return Some(Named::LookFor(act, rest.trim().to_owned()));
                }
            }
        }
        let mut found = named_so(under.words, &under.settings.keymap, typed);
        if found.is_empty() {
            return None;
        }
        let at = self.chosen % found.len();
        Some(Named::Do(found.swap_remove(at)))
    }

    /// What an act that is typed will do, with its key.
    #[must_use]
    pub fn told(&self, under: Under) -> Option<String> {
        Some(match self.named(under)? {
            Named::Do(row) if row.keys.is_empty() => row.does,
            Named::Do(row) => format!("{} ({})", row.does, row.keys),
            Named::LookFor(act, rest) => format!("{}: {rest}", under.words.act(act)),
        })
    }

    /// The next address that starts with what is typed; else the next act that is named so.
    fn complete(&mut self, under: Under) -> Outcome {
        let typed = self.input.value();
        if !typed.is_empty() && !typed.starts_with(|c: char| c.is_ascii_digit()) {
            self.chosen += 1;
        }
        let typed = || (self.input.value().to_owned(), 0);
        let (stem, times) = self.completing.take().unwrap_or_else(typed);
        let addresses = under.reader.addresses();
        let fitting: Vec<String> = addresses
            .iter()
            .map(Address::to_string)
            .filter(|address| address.starts_with(&stem) && *address != stem)
            .collect();
        if !fitting.is_empty() {
            self.input = Input::new(fitting[times % fitting.len()].clone());
            self.completing = Some((stem, times + 1));
            self.refusal = None;
        }
        Outcome::Stay
    }

    /// What the typed address names: its section's title and the first words there; or that it
    /// names nothing.
    #[must_use]
    pub fn target(&self, under: Under) -> Option<String> {
        let address: Address = self.input.value().parse().ok()?;
        let paragraphs = match under.reader.letter.locate(address) {
            Ok(paragraphs) => paragraphs,
            Err(error) => return Some(error.say(under.words.language)),
        };
        let section =
            &under.reader.letter.sections()[under.reader.letter.section_of(paragraphs.start)];
        let title = under.title(section);
        match address.part {
            Part::Whole => Some(title),
            Part::Head | Part::Paragraph(_) | Part::Note(_) => Some(format!(
                "{title} · {}",
                under.reader.letter.paragraph(paragraphs.start)
            )),
        }
    }

    fn accept(&mut self, under: Under) -> Outcome {
        match self.named(under) {
            // A digit is not known yet: it is asked for.
            Some(Named::Do(row)) if row.act == Act::Digit => return Outcome::Do(Act::Goto),
            Some(Named::Do(row)) => return Outcome::Do(row.act),
            Some(Named::LookFor(act, words)) => return Outcome::LookFor(act, words),
            None => {}
        }
        let located = |address| Ok((address, under.reader.letter.locate(address)?));
        match self.input.value().parse::<Address>().and_then(located) {
            Ok((address, paragraphs)) => Outcome::Address(address, paragraphs.start),
            Err(error) => {
                self.refusal = Some(error.say(under.words.language));
                Outcome::Stay
            }
        }
    }
}
