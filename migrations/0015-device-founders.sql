-- The record a device was made for. On the day it is merged the device may lose its only link; by this it is
-- still known whose it was. No foreign key: the record may be pruned, and its id is never given again.
alter table device add column founder bigint;

update device
set founder = first.record_id
from (
  select distinct on (device_id) device_id, record_id
  from device_link
  order by device_id, valid_from, record_id) first
where device.id = first.device_id;
