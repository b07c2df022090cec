defmodule Shop.Worker do
  @moduledoc """
  Works off the queue.

  @codesyncer-decision: this is documentation in a string of the language
  """
  use GenServer

  # @codesyncer-context: one worker a node
  # @codesyncer-decision(2026-03-30): at least once
  #   so every job must be idempotent
  @timeout 5_000 # @codesyncer-inference: five seconds
  @sigil ~s(# @codesyncer-todo: sigil)

  def handle_info(:tick, state) do
    text = "# @codesyncer-todo: #{state.name}"
    char = ?# # @codesyncer-why: the separator of the old format
    heredoc = '''
    # @codesyncer-todo: charlist
    '''
    {:noreply, {state, text, char, heredoc}} # @codesyncer-todo: telemetry
  end

  # @codesyncer-tradeoff: 재시작하면 대기 중인 작업이 사라진다
  # @codesyncer-rule: let it crash
end
