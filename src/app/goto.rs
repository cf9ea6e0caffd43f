//! Going to an address that is typed.

use super::{
    App, Overlay, Reader,
    message::Act,
    typed::{LONGEST_LINE, edit_line, type_into},
};
use crate::letter::{Address, AddressError, Part, Span};
use tui_input::Input;

/// The line in which an address is typed.
#[derive(Clone, Debug, Default)]
pub struct Goto {
    /// What is typed.
    pub input: Input,
    /// Why it leads nowhere, once that was tried.
    pub refusal: Option<String>,
    /// What was typed before the line was completed, and how many times it was.
    completing: Option<(String, usize)>,
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

    fn go_to_address(&mut self, address: Address, paragraph: usize) {
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

impl App {
    pub(super) fn open_goto(&mut self) {
        self.overlay = Some(Overlay::Goto(Goto::default()));
    }

    pub(super) fn goto_act(&mut self, act: Act) {
        match act {
            Act::Accept => self.accept_goto(),
            Act::Close => self.overlay = None,
            Act::Complete => self.complete_goto(),
            Act::Edit(edit) => self.edit_goto(|input| {
                edit_line(input, edit, LONGEST_LINE);
            }),
            _ => {}
        }
    }

    pub(super) fn type_goto(&mut self, text: &str) {
        self.edit_goto(|input| {
            type_into(input, text, LONGEST_LINE);
        });
    }

    fn edit_goto(&mut self, edit: impl FnOnce(&mut Input)) {
        if let Some(Overlay::Goto(goto)) = &mut self.overlay {
            edit(&mut goto.input);
            (goto.refusal, goto.completing) = (None, None);
        }
    }

    /// The next address that starts with what is typed.
    fn complete_goto(&mut self) {
        let addresses = self.reader.addresses();
        let Some(Overlay::Goto(goto)) = &mut self.overlay else {
            return;
        };
        let (stem, times) = goto
            .completing
            .take()
            .unwrap_or_else(|| (goto.input.value().to_owned(), 0));
        let fitting: Vec<String> = addresses
            .iter()
            .map(Address::to_string)
            .filter(|address| address.starts_with(&stem) && *address != stem)
            .collect();
        if !fitting.is_empty() {
            goto.input = Input::new(fitting[times % fitting.len()].clone());
            goto.completing = Some((stem, times + 1));
            goto.refusal = None;
        }
    }

    /// What the typed address names: its section's title and the first words there; or that it
    /// names nothing.
    #[must_use]
    pub fn goto_target(&self, goto: &Goto) -> Option<String> {
        let address: Address = goto.input.value().parse().ok()?;
        let paragraphs = match self.reader.letter.locate(address) {
            Ok(paragraphs) => paragraphs,
            Err(error) => return Some(error.say(self.words.language)),
        };
        let section =
            &self.reader.letter.sections()[self.reader.letter.section_of(paragraphs.start)];
        let title = self.title(section);
        match address.part {
            Part::Whole => Some(title),
            Part::Head | Part::Paragraph(_) | Part::Note(_) => Some(format!(
                "{title} · {}",
                self.reader.letter.paragraph(paragraphs.start)
            )),
        }
    }

    fn accept_goto(&mut self) {
        let Some(Overlay::Goto(goto)) = &self.overlay else {
            return;
        };
        let found = goto
            .input
            .value()
            .parse::<Address>()
            .and_then(|address| Ok((address, self.reader.letter.locate(address)?)));
        match found {
            Ok((address, paragraphs)) => {
                self.overlay = None;
                self.reader.go_to_address(address, paragraphs.start);
            }
            Err(error) => self.refuse_goto(&error),
        }
    }

    fn refuse_goto(&mut self, error: &AddressError) {
        let sentence = error.say(self.words.language);
        if let Some(Overlay::Goto(goto)) = &mut self.overlay {
            goto.refusal = Some(sentence);
        }
    }
}
