#!/usr/bin/env bash
# Deploys the site.
#
# @codesyncer-decision [2026-02-20]: rsync, no container
#   the host is a shared one and has no runtime
#
# @codesyncer-rule: never run this from a laptop, only from CI
set -euo pipefail

HOST="${HOST:-web1}" # @codesyncer-inference: web1 is the default host
COUNT=${#HOST}
NAME=${HOST#web} # @codesyncer-why: the number is the shard

usage() {
  cat <<'USAGE'
# @codesyncer-todo: this is help text
deploy.sh [--dry-run]
USAGE
  cat <<-END
	# @codesyncer-todo: this too ${HOST}
	END
}

log() { echo "# @codesyncer-todo: $*"; } # @codesyncer-pattern: log goes to stderr in the next version

sync_files() {
  local from='dist/#/' # @codesyncer-todo: rename the folder "dist/#"
  rsync -az --delete "$from" "$HOST:/srv/www" \
    --exclude '*.map' # @codesyncer-rule: no source maps on the host
}

# @codesyncer-decision(2026-03-01, 장애 이후): 배포 전에 백업한다
#   - 최근 3개만 보관
#   - 실패하면 배포하지 않는다
backup() {
  local stamp
  stamp=$(date +%F) # @codesyncer-tradeoff: one backup a day, the second deploy overwrites it
  ssh "$HOST" "tar czf /backup/$stamp.tgz /srv/www"
}

##
## @codesyncer-alternative: blue/green
##   two folders and a symbolic link;
##   - not enough disk on the host
##
main() {
  [[ "${1:-}" == "--help" ]] && { usage; exit 0; }
  backup; sync_files # @codesyncer-work:OPS-31
  log "done, mail ops@codesyncer-decision.example"
}

main "$@"
