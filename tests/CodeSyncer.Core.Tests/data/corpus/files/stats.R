# @codesyncer-context: monthly report
library(dplyr)

#' Mean without outliers.
#'
#' @codesyncer-decision(2025-10-10): 3 sigma
#'   as in the paper
#' @param x numbers
#' @export
clean_mean <- function(x) {
  note <- "# @codesyncer-todo: string"
  raw <- r"(# @codesyncer-todo: raw)"
  x <- x[abs(x - mean(x)) < 3 * sd(x)] # @codesyncer-inference: normal distribution
  # @codesyncer-todo NA werden still verworfen
  mean(x, na.rm = TRUE)
}

`odd # name` <- 1 # @codesyncer-rule: no such names, please
# @codesyncer-alternative: median - robust, but reviewers asked for the mean
