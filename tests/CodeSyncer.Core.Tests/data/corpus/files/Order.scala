package shop

/** An order.
  *
  * @codesyncer-decision [2025-05-15] immutable, changed by events only
  *   (audit)
  * @param id its number
  */
final case class Order(id: Long) {
  // @codesyncer-rule: no var
  val s = s"order $id // @codesyncer-todo: string"
  val q = """/* @codesyncer-todo: "raw" """
  val c = '"' // @codesyncer-why: char
  /* outer /* @codesyncer-inference: nested too */ rest */
  def total: BigDecimal = BigDecimal(0) /* @codesyncer-todo: rounding
    half even? */
  val sym = 'x // @codesyncer-context: symbols are gone in Scala 3
}
