import { trimSpace } from '../../lib/text.ts'
import type { VirtualMachineEvidence } from './computer.ts'

/** What OCS's BIOS table says of a computer's maker, as stored. */
export interface BiosStrings {
  readonly SMANUFACTURER: string | null
  readonly SMODEL: string | null
  readonly TYPE: string | null
}

type Shown = Readonly<Record<keyof BiosStrings, string>>

/** Speaks when `field` matches and, where there is one, `model` too, unless `never` matches the model. */
interface Rule {
  readonly product: string
  readonly field: keyof BiosStrings
  readonly is: RegExp
  readonly model?: RegExp
  readonly never?: RegExp
}

/**
 * Strings that firmware of virtual machines alone carries. Makers that also sell hardware
 * (Microsoft, Google, Nutanix, Red Hat, Amazon) speak only together with the model.
 */
const RULES: readonly Rule[] = [
  { product: 'VMware', field: 'SMANUFACTURER', is: /^vmware\b/i },
  { product: 'VMware', field: 'SMODEL', is: /^vmware(\d+,\d+| virtual platform)/i },
  { product: 'VirtualBox', field: 'SMANUFACTURER', is: /^innotek gmbh$/i },
  { product: 'VirtualBox', field: 'SMODEL', is: /^virtualbox$/i },
  { product: 'QEMU', field: 'SMANUFACTURER', is: /^qemu$/i },
  { product: 'QEMU', field: 'SMODEL', is: /^standard pc( \(|$)|^qemu\b/i },
  { product: 'KVM', field: 'SMODEL', is: /^kvm( virtual machine)?$/i },
  { product: 'Hyper-V', field: 'SMANUFACTURER', is: /^microsoft\b/i, model: /^virtual machine$/i },
  { product: 'Xen', field: 'SMANUFACTURER', is: /^xen$/i },
  { product: 'Xen', field: 'SMODEL', is: /^(hvm|pv|pvh) domu$/i },
  { product: 'Parallels', field: 'SMODEL', is: /^parallels .*(virtual platform|virtual machine)/i },
  { product: 'Parallels', field: 'SMANUFACTURER', is: /^parallels (software|international)/i },
  { product: 'Bochs', field: 'SMANUFACTURER', is: /^bochs$/i },
  { product: 'Bochs', field: 'SMODEL', is: /^bochs$/i },
  { product: 'bhyve', field: 'SMODEL', is: /^bhyve$/i },
  { product: 'bhyve', field: 'SMANUFACTURER', is: /^bhyve$/i },
  { product: 'OpenStack', field: 'SMANUFACTURER', is: /^openstack foundation$/i },
  { product: 'OpenStack', field: 'SMODEL', is: /^openstack (nova|compute)$/i },
  {
    product: 'Amazon EC2',
    field: 'SMANUFACTURER',
    is: /^amazon ec2$/i,
    model: /./,
    never: /\bmetal\b/i,
  },
  { product: 'Google Compute Engine', field: 'SMODEL', is: /^google compute engine$/i },
  { product: 'Nutanix AHV', field: 'SMANUFACTURER', is: /^nutanix$/i, model: /^ahv$/i },
  { product: 'oVirt', field: 'SMANUFACTURER', is: /^ovirt$/i },
  { product: 'oVirt', field: 'SMODEL', is: /^(rhev hypervisor|ovirt node)$/i },
  { product: 'Alibaba Cloud', field: 'SMODEL', is: /^alibaba cloud ecs$/i },
  { product: 'DigitalOcean', field: 'SMODEL', is: /^droplet$/i },
  { product: 'Hetzner', field: 'SMANUFACTURER', is: /^hetzner$/i, model: /^vserver$/i },
  { product: 'Tencent Cloud', field: 'SMANUFACTURER', is: /^tencent cloud$/i, model: /^cvm$/i },
  { product: 'Apple Virtualization', field: 'SMODEL', is: /^apple virtualization generic/i },
  { product: 'Apple Virtualization', field: 'SMODEL', is: /^virtualmac\d+,\d+$/i },
  { product: 'Virtuozzo', field: 'SMODEL', is: /^virtuozzo( vm)?$/i },
  { product: 'SmartOS', field: 'SMODEL', is: /^smartdc hvm$/i },
  {
    product: 'chassis',
    field: 'TYPE',
    is: /^(vmware|virtualbox|qemu|kvm|xen|hyper-v|virtual machine)$/i,
  },
]

/** Why a computer's BIOS strings say that it is virtual; null when none does. */
export function biosEvidence(bios: BiosStrings): VirtualMachineEvidence | null {
  const shown = {
    SMANUFACTURER: trimSpace(bios.SMANUFACTURER ?? ''),
    SMODEL: trimSpace(bios.SMODEL ?? ''),
    TYPE: trimSpace(bios.TYPE ?? ''),
  }
  const rule = RULES.find((candidate) => speaks(candidate, shown))
  if (rule === undefined) return null
  return { field: `bios.${rule.field}`, value: bios[rule.field] ?? '' }
}

function speaks({ field, is, model, never }: Rule, shown: Shown): boolean {
  if (!is.test(shown[field])) return false
  if (model !== undefined && !model.test(shown.SMODEL)) return false
  return never === undefined || !never.test(shown.SMODEL)
}
