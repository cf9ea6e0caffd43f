//! Carries out what an overlay answers, and takes notice of what became of what was copied or written.

use super::{
    App, Hits, Overlay, Under,
    copy::Shown,
    help::{Extent, Help},
    hits::Came,
    message::{Act, Effect, Message, Portion, Way},
    on_top::OnTop,
    outcome::{Outcome, Over},
    overview::TableForm,
    typed,
    under::NoteMarks,
};
use crate::reading::cite::Style;

impl App {
    /// What the overlay answers; nothing where there is none that answers so.
    pub(super) fn ask_overlay(
        &mut self,
        asks: impl FnOnce(&mut dyn OnTop, Under) -> Outcome,
    ) -> Option<Outcome> {
        match self.overlay.as_ref()? {
            Overlay::Letters => {
                return self.lend(
                    |app| Some(&mut app.letters),
                    |open, under| asks(&mut **open, under),
                );
            }
            Overlay::Finder => {
                return self.lend(
                    |app| Some(&mut app.reader.find),
                    |open, under| asks(open, under),
                );
            }
            Overlay::Across => {
                return self.lend(
                    |app| Some(&mut app.letters.as_mut()?.across),
                    |open, under| asks(open, under),
                );
            }
            _ => {}
        }
        let under = Under {
            reader: &self.reader,
            words: &self.words,
            settings: &self.settings,
            letters: self.letters.as_deref(),
            style: self.style,
            note_marks: self.note_marks,
        };
        let top: &mut dyn OnTop = match self.overlay.as_mut()? {
            Overlay::Basket => &mut self.basket,
            Overlay::Verify => &mut self.quotation,
            Overlay::Verified => self.quotation.verification.as_mut()?,
            overlay => overlay.on_top()?,
        };
        Some(asks(top, under))
    }

    /// Takes the state of an overlay from where it is for as long as the overlay is asked: what it reads is the rest.
    pub(super) fn lend<State>(
        &mut self,
        of: fn(&mut Self) -> Option<&mut Option<State>>,
        asks: impl FnOnce(&mut State, Under) -> Outcome,
    ) -> Option<Outcome> {
        let mut state = of(self)?.take()?;
        let outcome = asks(&mut state, self.under());
        *of(self)? = Some(state);
        Some(outcome)
    }

    /// Carries out an outcome.
    pub(super) fn apply(&mut self, outcome: Outcome) -> Option<Effect> {
        match outcome {
            Outcome::Stay => {}
            Outcome::Close => self.uncover(),
            Outcome::Back(over) => self.go_back_to(over),
            Outcome::Tell(says) => self.notice = Some(says),
            Outcome::Warn(says) => self.warning = Some(says),
            Outcome::StopLoading(says) => {
                self.notice = Some(says);
                return Some(Effect::StopLoading);
            }
            Outcome::FindInLetter(typed) => self.find_in_letter(&typed),
            Outcome::FindInAll(typed) => self.open_across(&typed),
            Outcome::Jump(span) => {
                self.overlay = None;
                self.reader.jump_to(span);
            }
            Outcome::Address(address, paragraph) => {
                self.overlay = None;
                self.reader.go_to_address(address, paragraph);
            }
            Outcome::Section(section) => {
                self.overlay = None;
                self.reader.go_to_section(section);
            }
            Outcome::ReadNames => return self.accept_among_all_names(),
            Outcome::GoThrough(hits) => self.go_through(hits),
            Outcome::StayAt(hits) => {
                self.overlay = None;
                self.reader.hits = Some(hits);
                self.tell_hit(Came::Straight);
            }
            Outcome::Letter(row, arrival) => return self.go_to_letter(row, arrival),
            Outcome::Card(card) => self.overlay = Some(Overlay::Card(card)),
            Outcome::Concordance(open) => self.overlay = Some(Overlay::Concordance(open)),
            Outcome::NamedInAll(entity) => self.open_across_name(entity),
            Outcome::Stand(stand, paragraph) => {
                self.overlay = None;
                self.reader.leave();
                self.reader.show_at(stand.top.place);
                self.reader.begin_at(paragraph);
            }
            Outcome::Year(year) => self.show_year(year),
            Outcome::Do(act) => {
                self.uncover();
                return self.take(Message::Act(act));
            }
            Outcome::LookFor(act, words) => {
                self.overlay = None;
                self.take(Message::Act(act));
                self.take(Message::Paste(words));
                return self.take(Message::Act(Act::Accept));
            }
            Outcome::Take(portion) => return self.take_copy(portion),
            Outcome::TakeTable(part) => {
                self.overlay = Some(Overlay::Overview);
                self.reader.copied_at = None;
                return Some(Effect::Copy(self.copied_table(part)));
            }
            Outcome::Copy(text) => {
                self.reader.copied_at = None;
                return Some(Effect::Copy(text));
            }
            Outcome::CopyFrom(text, paragraph) => {
                self.reader.copied_at = self.reader.letter.address(paragraph);
                return Some(Effect::Copy(text));
            }
            Outcome::Collect(span) => self.collect_span(span),
            Outcome::Verify => {
                let again = self.words.verify.again;
                self.notice = self.quotation.is_done().then(|| again.to_owned());
                self.overlay = Some(Overlay::Verify);
            }
            Outcome::Verified => self.overlay = Some(Overlay::Verified),
            Outcome::KeepNote => return self.keep_own_note(),
            Outcome::LeaveNote => self.leave_own_note(),
            Outcome::EditNote { stem, text } => return Some(Effect::EditNote { stem, text }),
            Outcome::Save { stem, text } => return Some(Effect::Save { stem, text }),
            Outcome::Wear(theme) => self.theme = theme,
            Outcome::WearAndClose(theme) => (self.theme, self.overlay) = (theme, None),
            Outcome::KeepTheme(theme, says) => {
                (self.theme, self.overlay) = (theme, None);
                self.notice = Some(says);
            }
            Outcome::NextStyle => self.next_style(),
            Outcome::TurnNoteMarks => {
                self.note_marks = match self.note_marks {
                    NoteMarks::Left => NoteMarks::Kept,
                    NoteMarks::Kept => NoteMarks::Left,
                };
            }
            Outcome::NextTableForm => {
                let at = self.reader.overview.form as usize + 1;
                self.reader.overview.form = TableForm::ALL[at % TableForm::ALL.len()];
            }
        }
        None
    }

    /// Opens the help over whatever lies there; where it does already, it lists so much at least.
    pub(super) fn open_help(&mut self, extent: Extent) {
        if let Some(Overlay::Help(help, _)) = &mut self.overlay {
            help.extent = help.extent.max(extent);
            return;
        }
        let help = Help::over(self.mode(), extent, self.left_lines.help.clone());
        let under = self.overlay.take().map(Box::new);
        self.overlay = Some(Overlay::Help(help, under));
    }

    /// Closes what lies over the text, or over another overlay, which is there again then.
    pub(super) fn uncover(&mut self) {
        self.overlay = match self.overlay.take() {
            Some(Overlay::Help(help, under)) => {
                self.left_lines.help = typed::left(help.input);
                under.map(|under| *under)
            }
            Some(Overlay::Goto(goto)) => {
                self.left_lines.goto = typed::left(goto.input);
                None
            }
            _ => None,
        };
    }

    /// Jumps to one of these hits, which can be gone through from there.
    pub(super) fn go_through(&mut self, hits: Hits) {
        self.overlay = None;
        self.reader.jump_to(hits.spans[hits.at]);
        self.reader.hits = Some(hits);
        self.tell_hit(Came::Straight);
    }

    /// Shows again what an overlay lies over.
    fn go_back_to(&mut self, over: Over) {
        self.overlay = match over {
            Over::Text => None,
            Over::Overview => Some(Overlay::Overview),
            Over::Verified => Some(Overlay::Verified),
            Over::Basket => Some(Overlay::Basket),
        };
    }

    /// The next style of citations.
    pub(super) fn next_style(&mut self) {
        let mut styles = Style::ALL.iter();
        let at = styles.position(|style| *style == self.style);
        self.style = Style::ALL[(at.unwrap_or_default() + 1) % Style::ALL.len()];
    }

    /// Copies a portion of the text, if there is any of it here.
    pub(super) fn take_copy(&mut self, portion: Portion) -> Option<Effect> {
        let text = self.under().copied(portion);
        self.overlay = None;
        if text.is_none() {
            self.notice = Some(self.words.copy.nothing.to_owned());
            return None;
        }
        self.reader.copied_at = self.reader.letter.address(self.reader.here());
        self.reader.selection = None;
        text.map(Effect::Copy)
    }

    /// Takes notice of which way a copied text went.
    pub(super) fn tell_copied(&mut self, way: &Way, text: String) {
        let words = &self.words.copy;
        self.notice = Some(match way {
            Way::Tmux => words.by_tmux.to_owned(),
            Way::Terminal => words.by_terminal.to_owned(),
            Way::Program(name) => words.by_program.replace("{}", name),
            Way::Unknown => {
                let tried = words.unknown.to_owned();
                return self.show_copied(text, tried);
            }
        });
    }

    /// Takes notice of where a text was written that is too long for the terminal, or why it was not.
    pub(super) fn tell_too_long(&mut self, written: Result<String, String>, text: String) {
        let words = &self.words.copy;
        let tried = match written {
            Ok(path) => words.too_long.replace("{}", &path),
            Err(sentence) => words.too_long_unsaved.replace("{}", &sentence),
        };
        self.show_copied(text, tried);
    }

    /// Shows a copied text to be selected by hand, and what has been tried.
    fn show_copied(&mut self, text: String, tried: String) {
        let over = match self.overlay {
            Some(Overlay::Verified) => Over::Verified,
            Some(Overlay::Basket) => Over::Basket,
            _ if self.shows_overview() => Over::Overview,
            _ => Over::Text,
        };
        self.overlay = Some(Overlay::Shown(Shown {
            over,
            text,
            tried,
            stem: self.reader.copy_stem(),
            first: 0,
        }));
    }

    /// Takes notice of where a text was written, or why it was not.
    pub(super) fn tell_written(&mut self, written: Result<String, String>) {
        if let Some(Overlay::Shown(shown)) = &self.overlay {
            self.go_back_to(shown.over);
        }
        self.notice = Some(match written {
            Ok(name) => self.words.copy.saved.replace("{}", &name),
            Err(sentence) => sentence,
        });
    }
}
