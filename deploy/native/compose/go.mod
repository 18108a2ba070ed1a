// Docker Compose 5.5.0, for machines whose Docker brings none.
module mesh/composebuild
go 1.26.3
require github.com/docker/compose/v5 v5.5.0
