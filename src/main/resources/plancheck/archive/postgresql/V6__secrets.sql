-- A sealed secret is longer than the secret. Those that are there are sealed at the next start.
alter table webhook alter column secret type varchar(300);
