// Jaeger v1.76.0 is the source of Jaeger 2.13.0, the newest that the Go module proxy has: its 2.x tags are no versions of
// a module whose path does not end in /v2. The module refuses `go install` because of its replaces, hence this wrapper.
module mesh/jaegerbuild
go 1.25
require github.com/jaegertracing/jaeger v1.76.0
