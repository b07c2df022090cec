# CodeSyncer at this hook: 'codesyncer uninstall' takes these lines out, CODESYNCER=0 turns them off.
# The hook that was here runs first: with the same arguments and input, and its exit code counts.
codesyncer_status=0
[ ! -x "${0%/*}/@KEPT@" ] || "${0%/*}/@KEPT@" "$@" || codesyncer_status=$?
@AFTER_FIRST@
if [ "${CODESYNCER:-}" != 0 ] && [ -z "${CODESYNCER_INSIDE:-}" ]@GUARD@; then
    @RUN@
fi
exit "$codesyncer_status"
