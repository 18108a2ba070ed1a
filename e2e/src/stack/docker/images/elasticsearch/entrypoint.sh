#!/bin/sh
# As in the official image: a variable with a point in its name is a setting.
set -eu
settings=$(tr '\0' '\n' </proc/$$/environ | sed -n 's/^\([a-z_]*\.[a-z_.]*=.*\)/-E\1/p')
exec /usr/share/elasticsearch/bin/elasticsearch $settings
