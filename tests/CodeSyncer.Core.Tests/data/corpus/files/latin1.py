# @codesyncer-context: saved as Latin-1
# @codesyncer-rule: Umlaute הצü bleiben
key = "value" # @codesyncer-todo: convert to UTF-8
