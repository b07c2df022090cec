codesyncer_bin=
for codesyncer_try in @EXECUTABLES@; do
    if [ -x "$codesyncer_try" ]; then codesyncer_bin=$codesyncer_try; break; fi
done
[ -n "$codesyncer_bin" ] || codesyncer_bin=$(command -v codesyncer) || codesyncer_bin=${CODESYNCER_BIN:-}
if [ -n "$codesyncer_bin" ]; then
    @UNLESS_SEEN@
    @CALL@
    @SAVE@
else
    echo "codesyncer: its executable is gone, @HOOK@ did nothing; run 'codesyncer init' again, or set CODESYNCER=0" >&2
fi
