-- Run once by the Postgres image, on an empty volume. Each service makes its own tables.
CREATE DATABASE "order";
CREATE DATABASE inventory;
