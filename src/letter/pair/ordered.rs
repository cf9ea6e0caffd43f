//! Headings of pairs that start no section, since their numbers do not go up: of a second report with its own
//! `Aanbeveling 1`, or of recommendations in another order. Their words stand in the answer to something else, which
//! `check` tells.

use super::{Pair, heading};
use crate::letter::{Letter, Role, SectionKind};
use std::collections::HashMap;

impl Letter {
    /// The paragraphs that start with the heading of a pair and start no section, by index. Not those that only list
    /// what comes, nor those of what is answered together.
    #[must_use]
    pub fn out_of_order(&self) -> Vec<usize> {
        // Up to which paragraph a number of a pair is or will be answered under it.
        let mut answered: HashMap<(Pair, u32), usize> = HashMap::new();
        let mut pairs: Vec<Pair> = Vec::new();
        for section in self.sections() {
            if section.kind != SectionKind::Recommendation {
                continue;
            }
            if !pairs.contains(&section.pair) {
                pairs.push(section.pair);
            }
            let label = section.number;
            let together = label.last() > label.first();
            let until = if together {
                section.paragraphs.end
            } else {
                self.response(section).start
            };
            let numbers = label.first()..=label.last();
            for number in numbers.filter(|number| label.covers(*number)) {
                answered.insert((section.pair, number), until);
            }
        }
        let passed = |index: &usize| {
            let role = self.paragraphs()[*index].role;
            let running = matches!(role, Role::Response | Role::Recommendation);
            let own =
                heading(self.paragraph(*index)).filter(|own| running && pairs.contains(&own.pair));
            own.is_some_and(|own| {
                let until = answered.get(&(own.pair, own.label.first()));
                until.is_none_or(|until| until <= index)
            })
        };
        (0..self.paragraphs().len()).filter(passed).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::letter;

    /// The addresses and first words of the headings that are passed over in a letter of these paragraphs.
    fn passed(paragraphs: &[&str]) -> Vec<String> {
        let letter = letter::read(paragraphs.join("\n\n")).unwrap();
        let told = letter.out_of_order().into_iter().map(|index| {
            let address = letter.address(index).unwrap();
            let first: Vec<&str> = letter.paragraph(index).split(' ').take(2).collect();
            format!("{address} {}", first.join(" "))
        });
        told.collect()
    }

    #[test]
    fn headings_whose_numbers_do_not_go_up_are_passed_over() {
        const ANSWER: &str = "Het kabinet neemt deze aanbeveling over.";
        for (paragraphs, expected) in [
            (
                &[
                    "Aanbeveling 4: Doe dit.",
                    ANSWER,
                    "Aanbeveling 1: Doe dat.",
                    ANSWER,
                    "Aanbeveling 2: Doe wat.",
                    ANSWER,
                    "Aanbeveling 5: Doe niets.",
                    ANSWER,
                ][..],
                &["4.2 Aanbeveling 1:", "4.4 Aanbeveling 2:"][..],
            ),
            // A second report that counts its own.
            (
                &[
                    "Rapport een",
                    "Aanbeveling 1: Doe dit.",
                    ANSWER,
                    "Aanbeveling 2: Doe dat.",
                    ANSWER,
                    "Rapport twee",
                    "Aanbeveling 1: Doe iets.",
                    ANSWER,
                    "Aanbeveling 2: Doe meer.",
                    ANSWER,
                ],
                &["2.3 Aanbeveling 1:", "2.5 Aanbeveling 2:"],
            ),
            (
                &[
                    "Aanbeveling 1: Doe dit.",
                    ANSWER,
                    "Aanbeveling 1: Doe dat.",
                    ANSWER,
                ],
                &["1.2 Aanbeveling 1:"],
            ),
            (
                &[
                    "Vraag 1",
                    "Wat doet u?",
                    "Antwoord",
                    "Dit.",
                    "Vraag 2",
                    "En u?",
                    "Antwoord",
                    "Dat.",
                    "Vraag 1",
                    "En zij?",
                    "Antwoord",
                    "Niets.",
                ],
                &["2.3 Vraag 1"],
            ),
            // A list of what comes, questions that are answered together, numbers that go up, and a motion beside
            // recommendations.
            (
                &[
                    "Aanbeveling 1: Doe dit",
                    "Aanbeveling 2: Doe dat",
                    "Tekst.",
                    "Aanbeveling 1: Doe dit",
                    ANSWER,
                    "Aanbeveling 2: Doe dat",
                    ANSWER,
                ],
                &[],
            ),
            (
                &[
                    "Vraag 1",
                    "Wat doet u?",
                    "Vraag 2",
                    "En u?",
                    "Antwoord op vragen 1 en 2",
                    "Dit.",
                    "Vraag 3",
                    "Ook?",
                    "Antwoord op vraag 3",
                    "Ja.",
                ],
                &[],
            ),
            (
                &[
                    "Aanbeveling 1: Doe dit.",
                    ANSWER,
                    "Aanbeveling 7a: Doe dat.",
                    ANSWER,
                ],
                &[],
            ),
            (
                &["Aanbeveling 1: Doe dit.", ANSWER, "Motie 3: lees dit."],
                &[],
            ),
        ] {
            assert_eq!(passed(paragraphs), expected, "{paragraphs:?}");
        }
    }
}
