//! The one update: where a message goes, by what lies over the text.

use super::{
    App, Overlay,
    geometry::Size,
    goto::Goto,
    help::Extent,
    keymap::Mode,
    message::{Act, Effect, Message, Portion, Turn},
    outcome::Outcome,
};
use crate::{
    letter::{visible, visible_note},
    text::fold::one_line,
};

impl App {
    /// Takes a message and says what the shell must do.
    pub fn update(&mut self, message: Message) -> Option<Effect> {
        // A press does nothing yet, and takes nothing away from under the mouse.
        let acts = !matches!(
            message,
            Message::Resize { .. }
                | Message::Spare
                | Message::Press { .. }
                | Message::At(_)
                | Message::Clock(_)
                | Message::Marks(_)
                | Message::Recalled(_)
                | Message::Saved(_)
                | Message::Loaded(_)
                | Message::Copied(..)
                | Message::TooLong(..)
                | Message::Written(_)
                | Message::Ends
        );
        if acts {
            (self.notice, self.warning) = (None, None);
            self.reader.asked = self.reader.current;
            if !matches!(message, Message::Section(_)) {
                self.reader.typed_number = None;
            }
        }
        let before = self.reader.current;
        let effect = self.take(message);
        if acts {
            self.reader.done_since();
        }
        self.reader.settle();
        self.settle_overview();
        self.see();
        self.tell_resumed();
        self.tell_own_note(before);
        effect
    }

    pub(super) fn take(&mut self, message: Message) -> Option<Effect> {
        match message {
            Message::Resize { columns, rows } => {
                self.reader.size = Size { columns, rows };
                self.go_to_wanted();
            }
            Message::Act(Act::Quit) => return Some(Effect::Quit),
            Message::Act(Act::Interrupt) => return self.interrupt(),
            Message::Act(Act::Suspend) => return Some(Effect::Suspend),
            Message::Act(Act::Redraw) => return Some(Effect::Redraw),
            Message::Act(Act::Settings) => return Some(Effect::ReadSettings),
            Message::Settings(read) => self.take_settings_again(*read),
            Message::Act(Act::Help) => self.open_help(Extent::Screen),
            Message::Act(Act::Palette) => self.open_help(Extent::Whole),
            Message::Act(act) => return self.act(act),
            Message::At(now) => self.dwell_until(now),
            Message::Clock(seconds) => self.reader.trail.hear_clock(seconds),
            Message::Spare => self.go_on(),
            Message::Marks(Ok(kept)) => self.remember_kept(*kept),
            Message::Marks(Err(sentence)) => self.warn(&sentence),
            Message::Recalled(kept) => self.take_recalled(kept),
            Message::Saved(saved) => return self.take_saved(saved),
            Message::Edited(edited) => return self.take_edited(edited),
            Message::Loaded(loaded) => self.take_loaded(*loaded),
            Message::Copied(way, text) => self.tell_copied(&way, text),
            Message::TooLong(written, text) => self.tell_too_long(written, text),
            Message::Written(written) => self.tell_written(written),
            Message::Ends => return self.end(),
            Message::Section(number) if self.mode() == Mode::Overview => self.go_to_table(number),
            Message::Section(number) => {
                if self.mode() == Mode::Themes {
                    self.overlay = None;
                }
                let number = self.reader.number_typed(number);
                self.go_to_number(number);
            }
            Message::Stray => self.tell_keys(),
            Message::Type(c) => self.type_text(c.encode_utf8(&mut [0; 4])),
            Message::Paste(text) => self.type_text(&text),
            Message::Press { column, row } => self.press(column, row),
            Message::Drag { column, row } => self.drag(column, row),
            Message::Release { column, row } => return self.release(column, row),
            Message::Wheel { column, row, turn } => self.wheel(column, row, turn),
        }
        None
    }

    /// What Ctrl-c does: never more than the user can be taken to mean by it.
    fn interrupt(&mut self) -> Option<Effect> {
        match self.mode() {
            Mode::Reading => Some(Effect::Quit),
            Mode::Select => self.take_copy(Portion::Selection),
            // Who hurries out of the program must not lose what was typed.
            Mode::OwnNote if self.types_a_note() => self.act(Act::KeepNote),
            _ => self.act(Act::Close),
        }
    }

    /// Says which key shows the keys.
    fn tell_keys(&mut self) {
        if let Some(key) = self.settings.keymap.key(self.mode(), Act::Help) {
            let sentence = self.words.reader.unknown_key;
            self.notice = Some(sentence.replace("{}", &key.to_string()));
        }
    }

    pub(super) fn act(&mut self, act: Act) -> Option<Effect> {
        if let Some(outcome) = self.ask_overlay(|top, under| top.act(act, under)) {
            return self.apply(outcome);
        }
        match self.mode() {
            Mode::Reading => return self.reading_act(act),
            Mode::Search => self.search_act(act),
            Mode::List => self.list_act(act),
            Mode::Select => return self.select_act(act),
            Mode::Overview => return self.overview_act(act),
            Mode::Narrow => self.narrow_act(act),
            // The others answer with an outcome.
            _ => {}
        }
        None
    }

    pub(super) fn reading_act(&mut self, act: Act) -> Option<Effect> {
        match act {
            Act::Scroll(turn, reach) => self.scroll(turn, self.reader.rows_in(reach)),
            Act::Ends(Turn::Back) if self.begins_anew() => {}
            Act::Ends(turn) => self.reader.go_to_end(turn),
            Act::Paragraph(turn) => self.reader.step_paragraph(turn),
            Act::Section(turn) => self.reader.step_section(turn),
            Act::Find | Act::Search if self.is_across() => self.open_across(""),
            Act::FindAgain if self.is_across() => self.reopen_across(),
            Act::Scope => self.turn_scope(),
            Act::Find => self.open_finder(),
            Act::FindAgain => self.reopen_finder(),
            Act::Hit(turn) => self.step_hit(turn),
            Act::Search => self.open_search(),
            Act::SearchHit(turn) => self.step_found(turn),
            Act::SearchList => self.open_list(),
            Act::Goto => {
                let input = self.left_lines.goto.clone();
                self.overlay = Some(Overlay::Goto(Goto::with(input)));
            }
            Act::Overview => self.open_overview(),
            Act::Unanswered => self.show_unanswered(),
            Act::Timeline => self.show_whens(),
            Act::Trail => self.open_trail(),
            Act::MeetingSheet => return self.write_meeting_sheet(),
            Act::Letters => self.show_letters(),
            Act::Verify => return self.apply(Outcome::Verify),
            Act::Collect => self.collect(),
            Act::Basket => self.open_basket(),
            Act::LeftOut => self.open_left_out(),
            Act::Copy => self.open_copy(),
            Act::Select => self.reader.start_selection(),
            Act::Mention(turn) => self.step_mention(turn),
            Act::Card => self.open_card(),
            Act::Asks => self.show_asks(),
            Act::Jump(turn) => return self.step_jump(turn),
            Act::Sidebar => self.reader.arrangement.sidebar = !self.reader.arrangement.sidebar,
            Act::Zen => self.reader.arrangement.zen = !self.reader.arrangement.zen,
            Act::Compare => self.turn_compare(),
            Act::Beside(turn) => self.scroll_beside(turn, 1),
            Act::Echo => self.turn_echo(),
            Act::Hedges => self.turn_hedges(),
            Act::Measure(turn) => self.set_measure(turn),
            Act::Theme => self.open_themes(),
            Act::Bookmark => return self.turn_bookmark(),
            Act::OwnNote => self.open_own_note(),
            Act::Editor => {
                self.open_own_note();
                return self.edit_own_note();
            }
            Act::TurnRead => self.turn_read(),
            Act::UnreadAll => self.unread_all(),
            Act::Close if self.reader.held.is_some() => self.put_back(),
            Act::Close => {
                (self.reader.focus, self.reader.search, self.reader.hushed) = (None, None, true);
            }
            _ => {}
        }
        None
    }

    /// Puts a typed or pasted text into the line that takes it.
    pub(super) fn type_text(&mut self, text: &str) {
        let line = if self.mode() == Mode::OwnNote {
            // It is the reader's own text, of which nothing is left out.
            visible_note(&text.replace("\r\n", "\n").replace('\r', "\n"))
        } else {
            visible(&one_line(text)).into_owned()
        };
        if let Some(outcome) = self.ask_overlay(|top, under| top.type_text(&line, under)) {
            self.apply(outcome);
            return;
        }
        match self.mode() {
            Mode::Search | Mode::List => self.type_search(&line),
            Mode::Narrow => self.type_narrow(&line),
            _ => {}
        }
    }
}
