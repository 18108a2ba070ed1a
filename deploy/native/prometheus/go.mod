// Prometheus 3.14.0, with promtool. Its replace does not count where it is a dependency, so it is repeated here.
module mesh/prombuild
go 1.26
require github.com/prometheus/prometheus v0.314.0
replace cloud.google.com/go => cloud.google.com/go v0.123.0
