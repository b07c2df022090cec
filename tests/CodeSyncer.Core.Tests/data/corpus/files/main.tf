# @codesyncer-context: one account, two regions
terraform {
  required_version = ">= 1.9" # @codesyncer-rule: 1.9 or later (moved blocks)
}

/*
 * @codesyncer-decision [2026-06-11]: buckets are never deleted
 * prevent_destroy stays on, also in test
 */
resource "aws_s3_bucket" "data" {
  bucket = "data-#${var.env}" // @codesyncer-inference: names are free
  tags = {
    note = "# @codesyncer-todo: string"
  }
}

locals {
  policy = <<-EOT
    # @codesyncer-todo: heredoc
    { "Version": "2012-10-17" }
  EOT
}

# @codesyncer-todo(by=ops, expires=2026-12-31): 비용 태그 추가
# @codesyncer-tradeoff: one state file
#   - simple
#   - slow plans
