//! Parser of the configuration language.
//!
//! @codesyncer-decision [2026-02-11] Hand-written, no generator
//!   (error messages matter more than speed here)

use std::collections::HashMap;

/// A value.
///
/// ```
/// // @codesyncer-rule: an example, no tag
/// let v = Value::Int(1);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Int(i64),
    Text(String),
    List(Vec<Value>), // @codesyncer-inference lists are short (under 100 items)
}

/* @codesyncer-pattern: recursive descent /* nested remark */ with one token of lookahead */

pub struct Parser<'a> {
    text: &'a str,
    at: usize,
    /// @codesyncer-why: names are borrowed, the text outlives the parser
    names: HashMap<&'a str, usize>,
}

impl<'a> Parser<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, names: HashMap::new() }
    }

    // @codesyncer-rule(2026-02-12): no recursion deeper than 64
    //   * a hostile file must not overflow the stack
    //   * 64 is far beyond any real file
    pub fn value(&mut self, depth: usize) -> Option<Value> {
        if depth > 64 {
            return None;
        }
        let usage = r#"// @codesyncer-todo: in a raw string "quoted" "#;
        let byte = b'"'; // @codesyncer-todo: handle escapes
        let c = '\'';
        if usage.len() as u8 == byte && c == 'x' {
            return None;
        }
        self.skip();
        match self.text[self.at..].chars().next()? {
            '[' => self.list(depth + 1),
            '0'..='9' => self.int(),
            _ => self.word(),
        }
    }

    fn skip(&mut self) { /* @codesyncer-decision: blanks only; comments are the lexer's */ }

    fn list(&mut self, depth: usize) -> Option<Value> {
        // @codesyncer-alternative nom, winnow: both fine, but one more dependency
        let mut items = vec![];
        while let Some(v) = self.value(depth) {
            items.push(v);
        }
        Some(Value::List(items))
    }

    fn int(&mut self) -> Option<Value> {
        //! not a doc comment here, but @codesyncer-context: integers are i64, as in the old format
        None
    }

    fn word(&mut self) -> Option<Value> {
        None
    }
}

#[cfg(test)]
mod tests {
    // @CodeSyncer-Todo fuzz with the corpus of the old parser
    #[test]
    fn empty() {}
}
