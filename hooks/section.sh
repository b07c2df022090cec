# CodeSyncer at this hook: 'codesyncer uninstall' takes these lines out, CODESYNCER=0 turns them off.
# The hook below runs first: with the same arguments and input, and its exit code counts.
if [ "${CODESYNCER_CHAIN:-}" = @HOOK@ ]; then
    unset CODESYNCER_CHAIN
elif [ -x "$0" ] && [ "${CODESYNCER:-}" != 0 ] && [ -z "${CODESYNCER_INSIDE:-}" ]@GUARD@; then
    codesyncer_status=0
    CODESYNCER_CHAIN=@HOOK@ CODESYNCER_OUTER=@HOOK@ "$0" "$@" || codesyncer_status=$?
    @AFTER_FIRST@
    @RUN@
    exit "$codesyncer_status"
fi
