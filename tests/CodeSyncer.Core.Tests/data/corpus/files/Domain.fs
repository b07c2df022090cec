module Domain

/// <summary>Money.</summary>
/// <remarks>@codesyncer-rule: no arithmetic across currencies</remarks>
type Money = { Amount: decimal; Currency: string } // @codesyncer-inference: ISO 4217

(* @codesyncer-decision [2025-04-04]: records
   (* not classes *) everywhere *)
let zero c = { Amount = 0m; Currency = c }

let text = "// @codesyncer-todo: string"
let verbatim = @"(* @codesyncer-todo *)"
let triple = """// @codesyncer-todo: "x" """
let generic (x: 'a) = x // @codesyncer-why: the quote is a type parameter
let op = (*) 2 3 // @codesyncer-todo: (*) is multiplication

// @codesyncer-tradeoff: 통화별 반올림은 하지 않는다
// @codesyncer-alternative(2025-04-05): units of measure
