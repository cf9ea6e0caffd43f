//! What text is printed on: a terminal of some width, with or without colours, or a pipe.

use crate::reading::layout;

/// What text is printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// The width to wrap to, in cells; none prints a paragraph on one line.
    pub width: Option<usize>,
    /// Whether text may be coloured.
    pub colour: bool,
    /// Whether it is a terminal, which has addresses in its margin.
    pub terminal: bool,
}

/// How a stretch of printed text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// A heading.
    Heading,
    /// An address, a count, what stands in the margin.
    Margin,
    /// What was looked for.
    Hit,
}

impl Paper {
    /// A text in an ink, where the paper takes colours.
    #[must_use]
    pub fn ink(self, ink: Ink, text: &str) -> String {
        if !self.colour || text.is_empty() {
            return text.to_owned();
        }
        let code = match ink {
            Ink::Heading => "1",
            Ink::Margin => "2",
            Ink::Hit => "1;31",
        };
        format!("\x1b[{code}m{text}\x1b[0m")
    }

    /// A heading, wrapped where the paper has a width.
    #[must_use]
    pub fn heading(self, text: &str) -> String {
        let Some(width) = self.width else {
            return self.ink(Ink::Heading, text) + "\n";
        };
        layout::wrap_whole(text, width)
            .iter()
            .map(|row| self.ink(Ink::Heading, &text[row.start..row.end]) + "\n")
            .collect()
    }

    /// A text under a margin: wrapped where the paper has a width, on one line otherwise. The
    /// stretches (bytes of the text, in its order) are inked as hits.
    #[must_use]
    pub fn paragraph(self, margin: &str, text: &str, hits: &[std::ops::Range<usize>]) -> String {
        let indent = margin.chars().count();
        let margin = self.ink(Ink::Margin, margin);
        let Some(width) = self.width else {
            return format!("{margin}{}\n", self.inked(text, 0..text.len(), hits));
        };
        let rows = layout::wrap_whole(text, width.saturating_sub(indent).max(20));
        let mut printed = String::new();
        for (index, row) in rows.iter().enumerate() {
            if index == 0 {
                printed.push_str(&margin);
            } else {
                printed.push_str(&" ".repeat(indent));
            }
            printed.push_str(&self.inked(text, row.start..row.end, hits));
            printed.push('\n');
        }
        printed
    }

    fn inked(
        self,
        text: &str,
        range: std::ops::Range<usize>,
        hits: &[std::ops::Range<usize>],
    ) -> String {
        let mut printed = String::new();
        let mut from = range.start;
        let before = hits.partition_point(|hit| hit.end <= range.start);
        let within = hits[before..]
            .iter()
            .take_while(|hit| hit.start < range.end);
        for hit in within {
            let start = hit.start.clamp(from, range.end);
            let end = hit.end.clamp(start, range.end);
            printed.push_str(&text[from..start]);
            printed.push_str(&self.ink(Ink::Hit, &text[start..end]));
            from = end;
        }
        printed.push_str(&text[from..range.end]);
        printed
    }
}

#[cfg(test)]
#[allow(clippy::single_range_in_vec_init)] // a list of hits that holds one
mod tests {
    use super::*;

    #[test]
    fn paragraphs_wrap_on_a_terminal_and_run_on_in_a_pipe() {
        let terminal = Paper {
            width: Some(26),
            colour: false,
            terminal: true,
        };
        let pipe = Paper::default();
        let colour = Paper {
            width: None,
            colour: true,
            terminal: false,
        };
        assert_eq!(
            terminal.paragraph("4.1  ", "een twee drie vier vijf zes", &[]),
            "4.1  een twee drie vier\n     vijf zes\n"
        );
        assert_eq!(
            pipe.paragraph("4.1  ", "een twee drie vier vijf zes", &[4..8]),
            "4.1  een twee drie vier vijf zes\n"
        );
        assert_eq!(
            colour.paragraph("", "een twee", &[4..8]),
            "een \x1b[1;31mtwee\x1b[0m\n"
        );
    }
}
