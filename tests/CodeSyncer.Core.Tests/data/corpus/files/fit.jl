# @codesyncer-context: curve fitting
#=
@codesyncer-decision(2025-12-24): least squares
#= nested =#
no weights
=#
function fit(x)
    s = "# @codesyncer-todo: string $(x #= @codesyncer-why: shown =# )"
    y = x' # @codesyncer-rule: transpose is no quote
    c = '"' # @codesyncer-todo: char
    return y # @codesyncer-inference: real
end
