%% @codesyncer-context: the queue of the gateway
%%% @author kim
-module(queue).
-export([push/2]).

%% @doc Pushes.
%% @codesyncer-decision [2024-08-08]: a list pair
%%   as in the paper
push(X, {F, R}) ->
    S = "% @codesyncer-todo: string", % @codesyncer-todo: drop
    C = $%, % @codesyncer-why: a character
    {F, [X, S, C | R]}. % @codesyncer-inference: short
