# frozen_string_literal: true

# @codesyncer-context: runs every night at 02:00, see config/schedule.rb
require "json"

=begin
@codesyncer-decision(2025-02-20): one transaction per account
a broken account must not stop the others

@codesyncer-alternative: one transaction for all
=end
class Sync
  BATCH = 500 # @codesyncer-inference: 500 rows, the default of the API

  USAGE = <<~TEXT
    # @codesyncer-rule: here-doc, no tag
    sync --dry-run
  TEXT

  # @codesyncer-rule(by=ana): never call this in a request
  #   it takes minutes
  # @param account [Account]
  def run(account)
    puts "#{account.name} # @codesyncer-todo: string"
    pattern = %r{# @codesyncer-todo: regex}
    path = "a#b" # @codesyncer-why: the hash is a part of the file name
    return if path.match?(pattern)

    rows(account).each_slice(BATCH) do |slice|
      store(slice) # @codesyncer-todo: retry, @codesyncer-work:SYNC-9 Backoff
    end
  end

  def rows(_account) = []

  # TODO: @codesyncer-tradeoff no streaming: simple, but 300 MB for the largest account
  def store(_slice); end

  SYMBOL = :"# @codesyncer-todo"
  CHAR = ?# # @codesyncer-pattern: character literals are avoided otherwise
end

__END__
# @codesyncer-decision: data behind the end of the program
