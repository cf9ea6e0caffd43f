//! Going to an address that is typed.

mod line;

pub use line::Goto;

use super::{
    App, Overlay, Reader,
    help::{KeyRow, named_so},
    keymap::Mode,
    message::{Act, Effect, Message},
    typed::{LONGEST_LINE, edit_line, type_into},
};
use crate::{
    letter::{Address, AddressError, Part, Span},
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

    pub(super) fn goto_act(&mut self, act: Act) -> Option<Effect> {
        match act {
            Act::Accept => return self.accept_goto(),
            Act::Close => self.overlay = None,
            Act::Complete => self.complete_goto(),
            Act::Edit(edit) => self.edit_goto(|input| {
                edit_line(input, edit, LONGEST_LINE);
            }),
            _ => {}
        }
        None
    }

    pub(super) fn type_goto(&mut self, text: &str) {
        self.edit_goto(|input| {
            type_into(input, text, LONGEST_LINE);
        });
    }

    fn edit_goto(&mut self, edit: impl FnOnce(&mut Input)) {
        if let Some(Overlay::Goto(goto)) = &mut self.overlay {
            edit(&mut goto.input);
            (goto.refusal, goto.completing, goto.chosen) = (None, None, 0);
        }
    }

    /// What is typed, once it is no address, can name an act: with what is to be looked for behind it, or as the
    /// list of all acts finds it.
    fn goto_act_named(&self, goto: &Goto) -> Option<Named> {
        let typed = goto.input.value().trim();
        if typed.parse::<Address>().is_ok() {
            return None;
        }
        let words = &self.words.goto;
        if let Some((verb, rest)) = typed.split_once(char::is_whitespace) {
            let verb = fold(verb);
            for (verbs, act) in [(&words.search, Act::Search), (&words.find, Act::Find)] {
                if verbs.contains(&verb.as_str()) {
                    return Some(Named::LookFor(act, rest.trim().to_owned()));
                }
            }
        }
        let mut found = named_so(&self.words, &self.settings.keymap, typed);
        if found.is_empty() {
            return None;
        }
        let at = goto.chosen % found.len();
        Some(Named::Do(found.swap_remove(at)))
    }

    /// What an act that is typed will do, with its key.
    #[must_use]
    pub fn goto_act_told(&self, goto: &Goto) -> Option<String> {
        Some(match self.goto_act_named(goto)? {
            Named::Do(row) if row.keys.is_empty() => row.does,
            Named::Do(row) => format!("{} ({})", row.does, row.keys),
            Named::LookFor(act, rest) => format!("{}: {rest}", self.words.act(act)),
        })
    }

    /// Does what is named, as its key would.
    fn run_named(&mut self, named: Named) -> Option<Effect> {
        self.overlay = None;
        match named {
            // A digit is not known yet: it is asked for.
            Named::Do(row) if row.act == Act::Digit => self.act_in_text(Act::Goto),
            Named::Do(row) => self.act_in_text(row.act),
            Named::LookFor(act, rest) => {
                self.act_in_text(act);
                self.take(Message::Paste(rest));
                self.take(Message::Act(Act::Accept))
            }
        }
    }

    fn act_in_text(&mut self, act: Act) -> Option<Effect> {
        debug_assert_eq!(self.mode(), Mode::Reading);
        self.take(Message::Act(act))
    }

    /// The next address that starts with what is typed; else the next act that is named so.
    fn complete_goto(&mut self) {
        let addresses = self.reader.addresses();
        let Some(Overlay::Goto(goto)) = &mut self.overlay else {
            return;
        };
        if !goto.input.value().is_empty()
            && !goto.input.value().starts_with(|c: char| c.is_ascii_digit())
        {
            goto.chosen += 1;
        }
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

    fn accept_goto(&mut self) -> Option<Effect> {
        let Some(Overlay::Goto(goto)) = &self.overlay else {
            return None;
        };
        if let Some(named) = self.goto_act_named(goto) {
            return self.run_named(named);
        }
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
        None
    }

    fn refuse_goto(&mut self, error: &AddressError) {
        let sentence = error.say(self.words.language);
        if let Some(Overlay::Goto(goto)) = &mut self.overlay {
            goto.refusal = Some(sentence);
        }
    }
}
