-- The machines that one was made of are asked for on its page.
create index device_merged_into on device (merged_into) where merged_into is not null;
