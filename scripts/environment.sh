# Sourced by the scripts that start QGIS: a private profile with the plugin enabled, nothing of the user's own.
# LANDLEDGER_LOCALE=zh_CN (or zh-Hans, the name QGIS gives it) picks the language.
# -P: called through the link below, the root is still the checkout.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
runtime=$root/.runtime
mkdir -p "$runtime/plugins" "$runtime/xdg"
chmod 700 "$runtime/xdg"
[ "$(readlink "$runtime/plugins/land_ledger" 2>/dev/null)" = "$root" ] || ln -sfn "$root" "$runtime/plugins/land_ledger"

export XDG_RUNTIME_DIR=$runtime/xdg
export QGIS_PLUGINPATH=$runtime/plugins
export QGIS_CUSTOM_CONFIG_PATH=$root/.profile/${LANDLEDGER_LOCALE:-system}
site=$(echo "$root"/.venv/lib/python3*/site-packages)
export PYTHONPATH=$site${PYTHONPATH:+:$PYTHONPATH}
# Set by an active venv, it would point QGIS's own Python elsewhere.
unset PYTHONHOME
# QGIS's Python looks for its home beside the first python3 of the path: one of pyenv or conda would be wrong.
export PATH=/usr/bin:$PATH
