import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePlaces } from '@/app/shell/usePlaces';
import { Section } from '@/kit/PageFrame';
import classes from './home.module.css';

/** For whoever has no customers: where one's own work is. */
export function Places() {
  const { t } = useTranslation();
  const places = usePlaces().filter((place) => place.path !== '/');
  return (
    <Section title={t('home.places')}>
      <ul className={classes.places}>
        {places.map(({ key, path, icon: PlaceIcon }) => (
          <li key={key}>
            <Link to={path} className={classes.place ?? ''}>
              <PlaceIcon size={20} stroke={1.6} aria-hidden />
              {t(`nav.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
