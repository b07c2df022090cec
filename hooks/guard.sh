codesyncer_common=.git
[ "${GIT_DIR:-.git}" = .git ] && [ -d .git ] || codesyncer_common=$(git rev-parse --git-common-dir 2>/dev/null)
[ -e "$codesyncer_common/codesyncer/enabled" ]
