//! The trail as the skeleton of minutes, in Markdown: for each place the time, the address and the first words, its
//! citation and an empty line to fill in; one's own notes made meanwhile stand at their place.

use super::Stop;
use crate::{
    app::Under,
    letter::note_lines,
    reading::{
        cite::{self, Style},
        markdown::{escape, escape_start},
    },
};
use std::fmt::Write;

impl Under<'_> {
    /// The skeleton of minutes, whole lines.
    #[must_use]
    pub fn minutes(&self) -> String {
        let (letter, words) = (&self.reader.letter, &self.words.trail);
        let stops = self.reader.trail();
        let title = letter
            .short_title()
            .map(|title| title.get(self.words.language));
        let title = title.or(letter.facts.title.as_deref()).unwrap_or_default();
        let heading = words.minutes.replace("{}", title);
        let mut text = format!("# {}\n", escape(heading.trim()));
        let citation = cite::cite(letter, None, Style::Kamerstuk);
        let _ = write!(text, "\n{}\n", escape_start(&escape(citation.trim_end())));
        for (at, stop) in stops.iter().enumerate() {
            text += &self.stop_in_minutes(stop);
            let until = stops.get(at + 1).map(|next| next.began);
            text += &self.notes_in_minutes(stop, at == 0, until);
        }
        text
    }

    fn stop_in_minutes(&self, stop: &Stop) -> String {
        let (letter, words) = (&self.reader.letter, &self.words.trail);
        let [title, first] = self.stop_words(stop);
        let address = self.words.address(letter, stop.paragraph);
        let time = self.reader.time_of(stop.began);
        let heading = [time.as_str(), &address, &title].join(" · ");
        let cited = letter.address(stop.paragraph);
        let citation = cite::cite(letter, cited, Style::Kamerstuk);
        format!(
            "\n## {}\n\n> {} …\n\n*{}* ({})\n\n- \n",
            escape(&heading),
            escape_start(&escape(&first)),
            escape(citation.trim_end()),
            words.stood.replace("{}", &stop.stood_words()),
        )
    }

    /// The notes that were kept while a place showed, until the next came; before the first too.
    fn notes_in_minutes(
        &self,
        stop: &Stop,
        is_first: bool,
        until: Option<std::time::Duration>,
    ) -> String {
        let letter = &self.reader.letter;
        let here = |at: std::time::Duration| {
            (is_first || at >= stop.began) && until.is_none_or(|until| at < until)
        };
        let mut text = String::new();
        for &(_, paragraph) in self.reader.trail.noted.iter().filter(|(at, _)| here(*at)) {
            let Some(mark) = self
                .reader
                .mark_at(paragraph)
                .filter(|mark| !mark.note.is_empty())
            else {
                continue;
            };
            let address = self.words.address(letter, paragraph);
            let told = self.words.trail.own_note.replace("{}", &address);
            let mut lines = note_lines(&mark.note);
            let first = escape(lines.next().unwrap_or_default());
            let _ = writeln!(text, "- **{}** {first}", escape(&told));
            for line in lines {
                let _ = writeln!(text, "  {}", escape_start(&escape(line)));
            }
        }
        text
    }
}
