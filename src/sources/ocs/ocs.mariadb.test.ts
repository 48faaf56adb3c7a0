import { createConnection } from 'mysql2/promise'
import { testMariadb } from '../../../test/support/mariadb.ts'
import type { OcsBench } from '../../../test/support/ocs-estate.ts'
import { describeReading } from '../../../test/support/ocs-reading-contract.ts'
import { describeWriting } from '../../../test/support/ocs-writing-contract.ts'

const mariadb = testMariadb()

async function makeBench(): Promise<OcsBench> {
  const { host, port, user, password } = mariadb
  const target = { host, port, user, password, database: await mariadb.createDatabase() }
  return {
    target,
    run: async (statement) => {
      const admin = await createConnection(target)
      await admin.query(statement)
      await admin.end()
    },
    refusingTrigger: `
      create trigger refuse before update on accountinfo for each row
      if new.TAG = 'Refused' then signal sqlstate '45000' set message_text = 'no such room'; end if`,
    alteringTrigger: `
      create trigger alter_it before update on accountinfo for each row
      if new.TAG = 'Quiet' then set new.TAG = 'Altered'; end if`,
  }
}

describeReading('MariaDB', makeBench)
describeWriting('MariaDB', makeBench)
