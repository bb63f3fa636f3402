_pivotal() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} words=
  case $COMP_CWORD:$before in
    1:*) words='new edit demo sync serve events search user doctor --allow-http --help --version' ;;
    *:--format) words='table json csv ics' ;;
  esac
  [ -n "$words" ] || case ${COMP_WORDS[1]} in
    new) words='--allow-http --help' ;;
    edit) words='--allow-http --help' ;;
    demo) words='--help' ;;
    sync) words='--full --dry-run --json --every --accept-removals --history --limit --retry-for --allow-http --max-body --max-time --help' ;;
    serve) words='--listen --tls-certificate --tls-key --sync-every --retry-for --allow-http --max-body --max-time --help' ;;
    events) words='--from --to --format --help' ;;
    search) words='speakers organizers sponsors --limit --json --help' ;;
    user) words='add list role remove --json --help' ;;
    doctor) words='--json --allow-http --help' ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _pivotal pivotal
