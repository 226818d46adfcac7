import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PROFILES } from '@/domain/dataImport/detectProfile.ts'
import { cellText } from '@/domain/dataImport/tableFile.ts'
import { shopName } from '../../words/shopName.ts'
import { Button } from '../../kit/Button.tsx'
import type { DeskFile, ImportDesk } from './importDesk.ts'

/** For a table nobody knows: the person says what it is, and which column holds what. */
export function ColumnMapper({ desk, file }: { desk: ImportDesk; file: DeskFile }) {
  const { t, i18n } = useTranslation()
  const [profileId, setProfileId] = useState(
    file.reading.match?.profile.id ?? PROFILES[0]?.id ?? '',
  )
  const [columns, setColumns] = useState<Readonly<Record<string, string>>>({})
  const profile = PROFILES.find((one) => one.id === profileId)
  const headings = (file.table.rows[0]?.cells ?? []).map(cellText).filter((text) => text !== '')
  if (!profile || headings.length === 0) return null
  return (
    <div className="column-mapper">
      <p>{t('import.mapHint')}</p>
      <label>
        {t('import.mapKind')}
        <select value={profileId} onChange={(event) => setProfileId(event.currentTarget.value)}>
          {PROFILES.map(({ id, kind }) => (
            <option key={id} value={id}>
              {t(`import.kind.${kind}`)}
              {shopOf[id] && ` · ${shopName(t, shopOf[id])}`}
            </option>
          ))}
        </select>
      </label>
      {profile.fields.map(({ field, aliases, needed }) => (
        <label key={field}>
          {headingFor(aliases, i18n.language)}
          {needed ? ' *' : ''}
          <select
            value={columns[field] ?? ''}
            onChange={({ currentTarget }) =>
              setColumns({ ...columns, [field]: currentTarget.value })
            }
          >
            <option value="">{t('import.mapNone')}</option>
            {headings.map((heading) => (
              <option key={heading} value={heading}>
                {heading}
              </option>
            ))}
          </select>
        </label>
      ))}
      <Button onClick={() => void desk.mapColumns(file.table.name, profileId, chosen(columns))}>
        {t('import.mapApply')}
      </Button>
    </div>
  )
}

/** Whose export it is, where there are several of a kind. */
const shopOf: Readonly<Record<string, string>> = {
  taobaoOrders: 'taobao',
  taobaoLines: 'taobao',
  douyin: 'douyin',
  pdd: 'pdd',
}

/** The heading that such tables bear in this language; those of the platforms are Chinese in any. */
function headingFor(aliases: readonly string[], language: string): string | undefined {
  const latin = aliases.findLast((alias) => /^[\x20-\x7e]+$/.test(alias))
  return language === 'en' && latin !== undefined ? latin : aliases[0]
}

const chosen = (columns: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(columns).filter(([, heading]) => heading !== ''))
