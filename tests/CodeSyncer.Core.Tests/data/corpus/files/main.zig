//! @codesyncer-context: command line tool
const std = @import("std");

/// @codesyncer-decision [2026-09-09]: no allocator in the hot path
///   buffers are on the stack
pub fn main() !void {
    const text =
        \\// @codesyncer-todo: multi line string
        \\second
    ;
    const c = '"'; // @codesyncer-why: quote
    _ = text;
    _ = c; // @codesyncer-todo: arguments
}
