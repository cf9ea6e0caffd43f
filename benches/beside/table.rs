//! The table: how figures, goals and lines are written.

use std::fmt;

/// What figures count.
#[derive(Clone, Copy, Debug)]
pub enum Unit {
    Milliseconds,
    Bytes,
    /// Bytes, said in millions.
    Megabytes,
}

impl Unit {
    /// A figure in this unit.
    pub fn say(self, figure: f64) -> String {
        match self {
            Self::Milliseconds if figure < 10.0 => format!("{figure:.2} ms"),
            Self::Milliseconds => format!("{figure:.1} ms"),
            Self::Bytes => format!("{figure:.0} B"),
            Self::Megabytes => format!("{:.2} MB", figure / 1e6),
        }
    }
}

/// What is aimed at.
#[derive(Clone, Copy, Debug)]
pub enum Goal {
    /// At most so many times what stands beside.
    Times(f64),
    /// At most so much, whatever stands beside.
    AtMost(f64),
}

impl Goal {
    /// The goal for figures in this unit.
    pub fn say(self, unit: Unit) -> String {
        match self {
            Self::Times(times) => format!("≤ {times}x"),
            Self::AtMost(most) => format!("≤ {}", unit.say(most)),
        }
    }
}

/// A line of the table.
#[derive(Default)]
pub struct Line {
    pub quantity: String,
    pub here: String,
    pub beside: String,
    pub ratio: String,
    pub goal: String,
    pub met: bool,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let met = if self.met { "yes" } else { "no" };
        write(
            f,
            [
                &self.quantity,
                &self.here,
                &self.beside,
                &self.ratio,
                &self.goal,
                met,
            ],
        )
    }
}

/// What stands above the lines.
pub struct Head;

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(f, ["quantity", "here", "beside", "ratio", "goal", "met"])?;
        writeln!(f)?;
        write(f, ["---", "--:", "--:", "--:", "--:", "---"])
    }
}

fn write(f: &mut fmt::Formatter<'_>, cells: [&str; 6]) -> fmt::Result {
    let [quantity, here, beside, ratio, goal, met] = cells;
    write!(
        f,
        "| {quantity:<46} | {here:>11} | {beside:>13} | {ratio:>7} | {goal:>10} | {met:<3} |"
    )
}
