# CodeSyncer at this hook: 'codesyncer uninstall' takes these lines out, CODESYNCER=0 turns them off.
if [ "${CODESYNCER:-}" != 0 ] && [ -z "${CODESYNCER_INSIDE:-}" ]@GUARD@; then
    @RUN@
fi
