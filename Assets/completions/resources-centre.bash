_resources_centre() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} words=
  case $COMP_CWORD:$before in
    1:*) words='serve import add edit remove key webhook --help --version' ;;
    *:--into) words='speakers organizers sponsors events' ;;
  esac
  [ -n "$words" ] || case ${COMP_WORDS[1]} in
    serve) words='--listen --tls-certificate --tls-key --data --demo --log --help' ;;
    import) words='--into --data --help' ;;
    add) words='speaker organizer sponsor --id --name --title --company --bio --website --data --help' ;;
    edit) words='speaker organizer sponsor --name --title --company --bio --website --data --help' ;;
    remove) words='speaker organizer sponsor --data --help' ;;
    key) words='add list revoke --data --help' ;;
    webhook) words='add list remove --data --help' ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _resources_centre resources-centre
