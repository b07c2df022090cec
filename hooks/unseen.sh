# A commit whose pre-commit has rendered already needs no second rendering: both hooks are children of one git.
codesyncer_by=
[ -n "${GIT_DIR:-}" ] || [ ! -r .git/codesyncer/state/committing ] || read -r codesyncer_by <.git/codesyncer/state/committing || :
